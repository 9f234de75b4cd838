extension KeyDescriptions {
    /// The keys of top-level networks, volumes, configs, secrets and models.
    static let declarations: [String: [String: String]] = [
        "network": [
            "name": "The network's name on the engine, in place of PROJECT_NAME.",
            "driver": "The driver; bridge otherwise.",
            "driver_opts": "Options of the driver.",
            "ipam": "How addresses are given out.",
            "external": external,
            "internal": "Whether there is no way out.",
            "attachable": "Whether containers outside the project may join.",
            "labels": "Labels of the network.",
            "enable_ipv4": "Whether there are addresses of IPv4.",
            "enable_ipv6": "Whether there are addresses of IPv6.",
        ],
        "ipam": [
            "driver": "The driver that gives out addresses.",
            "config": "Subnets, and what is given out of them.",
            "options": "Options of the driver.",
        ],
        "address_pool": [
            "subnet": "The subnet, such as 172.28.0.0/16.",
            "gateway": "The address of the way out.",
            "ip_range": "The part of the subnet from which containers get addresses.",
            "aux_addresses": "Addresses that are taken already, by host name.",
        ],
        "volume": [
            "name": "The volume's name on the engine, in place of PROJECT_NAME.",
            "driver": "The driver; local otherwise.",
            "driver_opts": "Options of the driver, such as type, o and device.",
            "external": external,
            "labels": "Labels of the volume.",
        ],
        "config": content.merging(["content": "The text itself."]) { first, _ in first },
        "secret": content.merging([
            "driver": "The driver that provides it.",
            "driver_opts": "Options of the driver.",
        ]) { first, _ in first },
        "external": ["name": "The name on the engine; `name` beside `external` says the same today."],
        "model": [
            "name": "A name for the model.",
            "model": "The model, as an image.",
            "context_size": "The size of the context, in tokens.",
            "runtime_flags": "Flags for what runs the model.",
        ],
    ]

    private static let external = "Whether it is looked up and never changed, since it is managed elsewhere."

    private static let content = [
        "name": "The name on the engine, where it is managed elsewhere.",
        "file": "The file that holds it.",
        "environment": "The variable that holds it.",
        "external": external,
        "labels": "Labels of it.",
        "template_driver": "The driver that fills in templates.",
    ]
}
