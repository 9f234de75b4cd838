/// One field of a service on its way through a manifest's life: added, changed, removed.
struct FieldRow: Sendable {
    /// The service that has it: fields that can stand beside each other share one.
    let service: String
    /// The field as plans call it.
    let path: String
    let added: String
    let changed: String
    /// Both values in a plan that changes one to the other.
    let change: String
    /// Where the engine has it, as a template, and what it says there.
    let template: String
    let addedValue: String
    let changedValue: String

    init(
        _ service: String,
        _ path: String,
        _ added: String,
        _ changed: String,
        _ change: String,
        at template: String,
        _ addedValue: String,
        _ changedValue: String
    ) {
        self.service = service
        self.path = path
        self.added = added
        self.changed = changed
        self.change = change
        self.template = template
        self.addedValue = addedValue
        self.changedValue = changedValue
    }

    /// What only a new container can have.
    static let fixed = [
        FieldRow(
            "process",
            "domainname",
            "domainname: example.org",
            "domainname: example.com",
            "example.org → example.com",
            at: "{{.Config.Domainname}}",
            "example.org",
            "example.com"
        ),
        FieldRow(
            "process",
            "tty",
            "tty: true",
            "tty: false",
            "true → none",
            at: "{{.Config.Tty}}",
            "true",
            "false"
        ),
        FieldRow(
            "process",
            "stdin_open",
            "stdin_open: true",
            "stdin_open: false",
            "true → none",
            at: "{{.Config.OpenStdin}}",
            "true",
            "false"
        ),
        FieldRow(
            "process",
            "group_add",
            "group_add: [\"44\", \"55\"]",
            "group_add: [\"44\"]",
            "{44, 55} → {44}",
            at: "{{.HostConfig.GroupAdd}}",
            "[44 55]",
            "[44]"
        ),
        FieldRow(
            "process",
            "security_opt",
            "security_opt: [\"no-new-privileges:true\", \"seccomp:unconfined\"]",
            "security_opt: [no-new-privileges]",
            "{no-new-privileges, seccomp=unconfined} → {no-new-privileges}",
            at: "{{.HostConfig.SecurityOpt}}",
            "[no-new-privileges seccomp=unconfined]",
            "[no-new-privileges]"
        ),
        FieldRow(
            "process",
            "oom_score_adj",
            "oom_score_adj: 100",
            "oom_score_adj: 200",
            "100 → 200",
            at: "{{.HostConfig.OomScoreAdj}}",
            "100",
            "200"
        ),
        FieldRow(
            "process",
            "devices./dev/nothing",
            "devices: [\"/dev/null:/dev/nothing:r\"]",
            "devices: [\"/dev/zero:/dev/nothing\"]",
            "[/dev/null, r] → [/dev/zero, rwm]",
            at: "{{.HostConfig.Devices}}",
            "[{/dev/null /dev/nothing r}]",
            "[{/dev/zero /dev/nothing rwm}]"
        ),
        FieldRow(
            "process",
            "device_cgroup_rules",
            "device_cgroup_rules: [\"c 1:3 rw\"]",
            "device_cgroup_rules: [\"c 1:3 r\"]",
            "{\"c 1:3 rw\"} → {\"c 1:3 r\"}",
            at: "{{.HostConfig.DeviceCgroupRules}}",
            "[c 1:3 rw]",
            "[c 1:3 r]"
        ),
        FieldRow(
            "kernel",
            "sysctls.net.core.somaxconn",
            "sysctls: {net.core.somaxconn: 1024}",
            "sysctls: {net.core.somaxconn: 1025}",
            "1024 → 1025",
            at: "{{.HostConfig.Sysctls}}",
            "map[net.core.somaxconn:1024]",
            "map[net.core.somaxconn:1025]"
        ),
        FieldRow(
            "kernel",
            "ulimits.nofile",
            "ulimits: {nofile: {soft: 100, hard: 200}}",
            "ulimits: {nofile: 200}",
            "[100, 200] → [200, 200]",
            at: "{{json .HostConfig.Ulimits}}",
            #"[{"Name":"nofile","Hard":200,"Soft":100}]"#,
            #"[{"Name":"nofile","Hard":200,"Soft":200}]"#
        ),
        FieldRow(
            "kernel",
            "shm_size",
            "shm_size: 32m",
            "shm_size: 33m",
            "32 MiB → 33 MiB",
            at: "{{.HostConfig.ShmSize}}",
            "33554432",
            "34603008"
        ),
        FieldRow(
            "kernel",
            "runtime",
            "runtime: io.containerd.runc.v2",
            "runtime: runc",
            "io.containerd.runc.v2 → runc",
            at: "{{.HostConfig.Runtime}}",
            "io.containerd.runc.v2",
            "runc"
        ),
        FieldRow(
            "kernel",
            "cgroup_parent",
            "cgroup_parent: /mit-a",
            "cgroup_parent: /mit-b",
            "/mit-a → /mit-b",
            at: "{{.HostConfig.CgroupParent}}",
            "/mit-a",
            "/mit-b"
        ),
        FieldRow(
            "kernel",
            "cgroup",
            "cgroup: private",
            "cgroup: host",
            "private → host",
            at: "{{.HostConfig.CgroupnsMode}}",
            "private",
            "host"
        ),
        FieldRow(
            "kernel",
            "mem_swappiness",
            "mem_swappiness: 10",
            "mem_swappiness: 20",
            "10 → 20",
            at: "{{.HostConfig.MemorySwappiness}}",
            "10",
            "20"
        ),
        FieldRow(
            "kernel",
            "ipc",
            "ipc: shareable",
            "ipc: host",
            "shareable → host",
            at: "{{.HostConfig.IpcMode}}",
            "shareable",
            "host"
        ),
        FieldRow(
            "kernel",
            "tmpfs./run",
            "tmpfs: [\"/run:size=1m,mode=700\"]",
            "tmpfs: /run",
            "[size=1m, mode=700] → []",
            at: "{{.HostConfig.Tmpfs}}",
            "map[/run:size=1m,mode=700]",
            "map[/run:]"
        ),
        FieldRow(
            "names",
            "extra_hosts",
            "extra_hosts: [\"a:1.2.3.4\", \"b=::1\"]",
            "extra_hosts: {a: 1.2.3.5}",
            "{a:1.2.3.4, b:::1} → {a:1.2.3.5}",
            at: "{{.HostConfig.ExtraHosts}}",
            "[a:1.2.3.4 b:::1]",
            "[a:1.2.3.5]"
        ),
        FieldRow(
            "names",
            "dns",
            "dns: [192.0.2.1, 192.0.2.2]",
            "dns: 192.0.2.2",
            "[192.0.2.1, 192.0.2.2] → [192.0.2.2]",
            at: "{{.HostConfig.Dns}}",
            "[192.0.2.1 192.0.2.2]",
            "[192.0.2.2]"
        ),
        FieldRow(
            "names",
            "dns_opt",
            "dns_opt: [\"ndots:2\"]",
            "dns_opt: [\"ndots:3\"]",
            "[ndots:2] → [ndots:3]",
            at: "{{.HostConfig.DnsOptions}}",
            "[ndots:2]",
            "[ndots:3]"
        ),
        FieldRow(
            "names",
            "dns_search",
            "dns_search: example.org",
            "dns_search: [example.com]",
            "[example.org] → [example.com]",
            at: "{{.HostConfig.DnsSearch}}",
            "[example.org]",
            "[example.com]"
        ),
        FieldRow(
            "names",
            "logging.driver",
            "logging: {driver: local, options: {max-size: 5m}}",
            "logging: {driver: json-file}",
            "local → json-file",
            at: "{{.HostConfig.LogConfig}}",
            "{local map[max-size:5m]}",
            "{json-file map[]}"
        ),
        FieldRow(
            "names",
            "platform",
            "platform: linux/amd64",
            "platform: linux",
            "linux/amd64 → linux",
            at: "{{.Platform}}",
            "linux",
            "linux"
        ),
        FieldRow(
            "host",
            "pid",
            "pid: host",
            "pid: private",
            "host → none",
            at: "{{.HostConfig.PidMode}}",
            "host",
            ""
        ),
        FieldRow(
            "host",
            "uts",
            "uts: host",
            "uts: private",
            "host → none",
            at: "{{.HostConfig.UTSMode}}",
            "host",
            ""
        ),
        FieldRow(
            "host",
            "userns_mode",
            "userns_mode: host",
            "userns_mode: \"\"",
            "host → none",
            at: "{{.HostConfig.UsernsMode}}",
            "host",
            ""
        ),
        FieldRow(
            "host",
            "network_mode",
            "network_mode: host",
            "network_mode: bridge",
            "host → bridge",
            at: "{{.HostConfig.NetworkMode}}",
            "host",
            "bridge"
        ),
        FieldRow(
            "host",
            "oom_kill_disable",
            "mem_limit: 64m\n    oom_kill_disable: true",
            "mem_limit: 64m\n    oom_kill_disable: false",
            "true → none",
            at: "{{.HostConfig.OomKillDisable}}",
            "true",
            "false"
        ),
    ]

    /// What the engine's update call changes and takes away.
    static let inPlace = [
        FieldRow(
            "limits",
            "cpu_shares",
            "cpu_shares: 512",
            "cpu_shares: 256",
            "512 → 256",
            at: "{{.HostConfig.CpuShares}}",
            "512",
            "256"
        ),
        FieldRow(
            "limits",
            "cpu_quota",
            "cpu_quota: 50000",
            "cpu_quota: 60000",
            "50000 → 60000",
            at: "{{.HostConfig.CpuQuota}}",
            "50000",
            "60000"
        ),
        FieldRow(
            "limits",
            "mem_reservation",
            "mem_reservation: 32m",
            "mem_reservation: 48m",
            "32 MiB → 48 MiB",
            at: "{{.HostConfig.MemoryReservation}}",
            "33554432",
            "50331648"
        ),
        FieldRow(
            "limits",
            "restart",
            "deploy: {restart_policy: {condition: on-failure, max_attempts: 3}}",
            "deploy: {restart_policy: {condition: any}}",
            "on-failure:3 → always",
            at: "{{.HostConfig.RestartPolicy}}",
            "{on-failure 3}",
            "{always 0}"
        ),
    ]

    /// What it changes, but cannot take away.
    static let lasting = [
        FieldRow(
            "period",
            "cpu_period",
            "cpu_period: 50000",
            "cpu_period: 60000",
            "50000 → 60000",
            at: "{{.HostConfig.CpuPeriod}}",
            "50000",
            "60000"
        ),
        FieldRow(
            "processors",
            "cpuset",
            "cpuset: \"0\"",
            "cpuset: \"0-0\"",
            "0 → 0",
            at: "{{.HostConfig.CpusetCpus}}",
            "0",
            "0"
        ),
    ]
}
