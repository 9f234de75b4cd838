extension KeyDescriptions {
    /// The keys of what is within services, but for `deploy`.
    static let serviceParts: [String: [String: String]] = [
        "build": [
            "context": "The directory with the files of the build, or the URL of a repository.",
            "dockerfile": "The path of the Dockerfile, within the context; Dockerfile otherwise.",
            "dockerfile_inline": "The text of the Dockerfile.",
            "entitlements": "What the build is allowed beyond the usual, such as network.host.",
            "args": "Values of the Dockerfile's ARGs; one without a value takes that of the shell or of .env.",
            "provenance": "Whether and how the image attests how it was built.",
            "sbom": "Whether and how the image attests what it is made of.",
            "ssh": "Agents and keys of SSH for the build: default, or NAME=PATH.",
            "labels": "Labels of the image.",
            "cache_from": "Images and caches from which layers can be taken.",
            "cache_to": "Where the cache of layers goes.",
            "no_cache": "Whether every layer is built anew.",
            "no_cache_filter": "Stages that are built anew.",
            "additional_contexts": "Further contexts by name: a path, a URL, docker-image://IMAGE or service:NAME.",
            "pull": "Whether base images are fetched even where they are there.",
            "extra_hosts": "Lines of /etc/hosts during the build: NAME=ADDRESS.",
            "isolation": "How the build is isolated on Windows.",
            "network": "The network of RUN lines: default, none, host or a name.",
            "target": "The stage at which the build ends.",
            "secrets": "Secrets that RUN lines can mount.",
            "shm_size": "The size of /dev/shm during the build, such as 64m.",
            "tags": "Further names of the image.",
            "ulimits": "Limits of processes during the build.",
            "platforms": "The platforms that are built for: OS/ARCHITECTURE.",
            "privileged": "Whether the build may do on the host whatever root may.",
        ],
        "develop": ["watch": "Which changes of files lead to what."],
        "watch": [
            "path": "The file or directory that is watched.",
            "action": "What a change leads to.",
            "target": "The path in the container to which files are copied.",
            "exec": "The command that runs when files were copied.",
            "include": "Patterns of files that count.",
            "ignore": "Patterns of files that do not count.",
            "initial_sync": "Whether files are copied at the beginning too.",
        ],
        "hook": hook,
        "pre_start_hook": hook.merging([
            "image": "The image in which the command runs; the service's otherwise.",
            "per_replica": "Whether it runs before each container of the service, or only once.",
        ]) { first, _ in first },
        "blkio_config": [
            "weight": "The weight among containers that use the same device, from 10 to 1000.",
            "weight_device": "Weights for single devices.",
            "device_read_bps": "The most bytes that are read in a second, for single devices.",
            "device_read_iops": "The most operations of reading in a second, for single devices.",
            "device_write_bps": "The most bytes that are written in a second, for single devices.",
            "device_write_iops": "The most operations of writing in a second, for single devices.",
        ],
        "blkio_weight": ["path": "The device, such as /dev/sda.", "weight": "Its weight, from 10 to 1000."],
        "blkio_limit": ["path": "The device, such as /dev/sda.", "rate": "Bytes, or operations, in a second."],
        "credential_spec": [
            "config": "The config that holds it.",
            "file": "The file that holds it, in the engine's directory for them.",
            "registry": "The name of a value in the registry of the host.",
        ],
        "dependency": [
            "condition": "What is waited for: that it has started, is healthy, or has ended well.",
            "restart": "Whether this service is restarted when the other one is replaced.",
            "required": "Whether it is an error that the other service is not active.",
        ],
        "device": [
            "source": "The device of the host.",
            "target": "Its path in the container; the same otherwise.",
            "permissions": "What is allowed: r to read, w to write, m to make device files; rwm otherwise.",
        ],
        "ulimit": ["soft": "The limit that holds.", "hard": "The limit up to which a process may raise it."],
        "env_file": [
            "path": "The file.",
            "format": "How it is read: `raw` takes each line as it stands.",
            "required": "Whether it is an error that the file is not there.",
        ],
        "healthcheck": [
            "test": "The command that tells by its exit code; a string is run by a shell, a list begins with CMD.",
            "timeout": "How long one run may take, such as 5s; 30s is usual.",
            "interval": "The time between two runs, such as 10s; 30s is usual.",
            "retries": "How many failures in a row make the container unhealthy; 3 is usual.",
            "start_period": "The time after the start in which failures do not count, such as 20s.",
            "start_interval": "The time between two runs while the container starts, such as 1s.",
            "disable": "Whether the image's check is switched off.",
        ],
        "logging": [
            "driver": "The log driver, such as json-file, local, journald or none.",
            "options": "Options of the driver, such as max-size and max-file.",
        ],
        "model_use": [
            "endpoint_var": "The variable that holds the model's address.",
            "model_var": "The variable that holds the model's name.",
        ],
        "service_network": [
            "priority": "Networks are joined from the highest number to the lowest.",
            "gw_priority": "The network with the highest number is the way out.",
            "interface_name": "The name of the interface in the container.",
            "aliases": "Further names of the container on this network.",
            "ipv4_address": "A fixed address; the network needs a subnet that holds it.",
            "ipv6_address": "A fixed address of IPv6; the network needs a subnet that holds it.",
            "link_local_ips": "Addresses of the link.",
            "mac_address": "The hardware address on this network.",
            "driver_opts": "Options of the network's driver for this container.",
        ],
        "port": [
            "name": "A name for people to read.",
            "mode": "Whether a swarm publishes it on each node or on all.",
            "host_ip": "The address of the host on which it is published; every one otherwise.",
            "target": "The container's port.",
            "published": "The host's port or range of ports; the engine picks one otherwise.",
            "protocol": "The transport; tcp otherwise.",
            "app_protocol": "What is spoken on it, such as http.",
        ],
        "provider": ["type": "The program.", "options": "What it is told."],
        "content_reference": contentReference,
        "build_secret": contentReference,
        "on_change": ["signal": "The signal that the container's first process is sent, such as SIGUSR1."],
    ]
    .merging(mounts) { first, _ in first }

    private static let contentReference = [
        "source": "The name of the config or secret at the top level.",
        "target": "The path of the file in the container.",
        "uid": "The number of the user to whom the file belongs, as a string.",
        "gid": "The number of the group to which the file belongs, as a string.",
        "mode": "The file's permissions in octal, such as 0440.",
        "x-on-change": """
        What becomes of a running container when the content changes: a new one takes its place (recreate, as \
        otherwise), or the file is written anew and the container restarted (restart), sent SIGHUP or another signal \
        (signal), or left alone (ignore).
        """,
    ]

    private static let hook = [
        "command": "The command.",
        "user": "Who runs it; the container's user otherwise.",
        "privileged": "Whether it may do whatever root may on the host.",
        "working_dir": "The directory in which it runs.",
        "environment": "Variables beyond the container's.",
    ]

    private static let mounts: [String: [String: String]] = [
        "mount": [
            "type": "What is mounted: a volume, a path of the host (bind), memory (tmpfs) or an image.",
            "source": "The volume's name, the path of the host, or the image.",
            "target": "The path in the container.",
            "read_only": "Whether it cannot be written to.",
            "consistency": "How strictly the host and the container see the same; only Docker Desktop ever minded.",
            "bind": "More about a path of the host.",
            "volume": "More about a volume.",
            "tmpfs": "More about memory.",
            "image": "More about an image.",
        ],
        "mount_bind": [
            "selinux": "The label for SELinux: z is shared, Z is private.",
            "propagation": "How mounts below it spread between host and container.",
            "create_host_path": "Whether the engine makes the directory where it is missing.",
            "recursive": "What becomes of mounts below it.",
        ],
        "mount_volume": [
            "nocopy": "Whether a new volume stays empty where the image has files.",
            "subpath": "The directory within the volume.",
            "labels": "Labels of a volume that is made for this mount.",
        ],
        "mount_tmpfs": [
            "size": "The size, in bytes or with a unit, such as 64m; no limit otherwise.",
            "mode": "The permissions in octal, such as 01777.",
        ],
        "mount_image": ["subpath": "The directory within the image."],
    ]
}
