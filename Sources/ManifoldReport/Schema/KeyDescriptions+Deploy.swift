extension KeyDescriptions {
    /// The keys of `deploy` and of what is within it.
    static let deployParts: [String: [String: String]] = [
        "deployment": [
            "mode": "Whether a swarm runs a number of containers, or one on each node.",
            "replicas": "The number of containers.",
            "labels": "Labels of the swarm's service.",
            "update_config": "How a swarm goes about updates.",
            "rollback_config": "How a swarm takes an update back.",
            "resources": "What the containers may use, and what is kept for them.",
            "restart_policy": "When containers are restarted; `restart` says it for a single engine.",
            "placement": "On which nodes a swarm runs containers.",
            "endpoint_mode": "How a swarm's service is reached.",
        ],
        "update_config": [
            "parallelism": "How many containers at once.",
            "delay": "The time between two, such as 10s.",
            "failure_action": "What a failure leads to.",
            "monitor": "How long each is watched, such as 30s.",
            "max_failure_ratio": "The share of failures that is accepted, from 0 to 1.",
            "order": "Whether the new one is started first or the old one stopped first.",
        ],
        "restart_policy": [
            "condition": "After which endings.",
            "delay": "The time before it, such as 5s.",
            "max_attempts": "How often at most.",
            "window": "How long a container has to run to count as started, such as 30s.",
        ],
        "resources": ["limits": "What each container may use.", "reservations": "What is kept for each container."],
        "limits": [
            "cpus": "The most processors, such as 0.5 or 2.",
            "memory": "The most memory, such as 512m.",
            "pids": "The most processes at once; -1 is no limit.",
        ],
        "reservations": [
            "cpus": "Processors that are kept free, such as 0.25.",
            "memory": "Memory that is kept free, such as 256m.",
            "pids": "The most processes at once.",
            "devices": "Devices that the containers need.",
            "generic_resources": "Things that the nodes of a swarm count.",
        ],
        "gpu_request": deviceRequest,
        "device_request": deviceRequest,
        "generic_resource": ["discrete_resource_spec": "A thing that is counted."],
        "discrete_resource_spec": ["kind": "What it is.", "value": "How many."],
        "placement": [
            "constraints": "What has to hold for a node.",
            "preferences": "How containers are spread over nodes.",
            "max_replicas_per_node": "The most containers on a node.",
        ],
        "preference": ["spread": "The label over whose values they are spread."],
    ]

    private static let deviceRequest = [
        "capabilities": "What the device has to be able to do, such as gpu.",
        "driver": "The driver, such as nvidia.",
        "count": "How many devices, or `all`.",
        "device_ids": "Which devices, in place of a number.",
        "options": "Options of the driver.",
    ]
}
