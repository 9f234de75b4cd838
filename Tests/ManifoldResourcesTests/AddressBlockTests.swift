import ManifoldResources
import Testing

@Suite("Blocks of addresses")
struct AddressBlockTests {
    @Test(
        "Two have addresses in common or not",
        arguments: [
            ("10.0.0.0/8", "10.255.0.0/16", true), ("10.0.0.0/8", "11.0.0.0/8", false),
            ("0.0.0.0/0", "192.0.2.1/32", true), ("192.0.2.1/32", "192.0.2.0/32", false),
            ("192.168.1.77/24", "192.168.1.0/25", true), ("fd00::/64", "fd00::1/128", true),
            ("fd00::/64", "fd00:0:0:1::/64", false), ("::/0", "10.0.0.0/8", false),
            ("::ffff:10.0.0.0/104", "::ffff:a00:1/128", true), ("1:2:3:4:5:6:7:8/128", "1:2:3:4:5:6:7:9/127", true),
        ]
    )
    func overlap(left: String, right: String, isExpected: Bool) throws {
        let (left, right) = (try #require(AddressBlock(left)), try #require(AddressBlock(right)))
        #expect(left.overlaps(right) == isExpected)
        #expect(right.overlaps(left) == isExpected)
    }

    @Test(
        "What is none",
        arguments: [
            "", "/", "10.0.0.0", "10.0.0/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.256/8", "a.b.c.d/8", "fd00:/64",
            "1:2:3:4:5:6:7:8:9/64", "fd00::1::2/64", "fd00::/129", ":::/0", "10.0.0.0/8/8",
        ]
    )
    func none(text: String) {
        #expect(AddressBlock(text) == nil)
    }
}

@Suite("Network addresses")
struct NetworkAddressTests {
    @Test(
        "IP addresses",
        arguments: [
            ("127.0.0.1", true), ("256.0.0.1", false), ("1.2.3", false), ("::", true), ("::1", true),
            ("1:2:3:4:5:6:7::8", false), ("1::3:4:5:6:7:8", true), (":::", false), ("1:2:3:4:5:6:7:8:9", false),
            ("", false), (":", false),
            ("fe80::1%eth0", false), ("010.0.0.1", false), ("\u{FF11}::1", false),
            ("1:2:3:4:5:6:7:8", true), ("1:2:3:4:5:6:7", false), ("1::2::3", false), ("::ffff:1.2.3.4", true),
            ("x::", false), (":1", false), ("localhost", false),
        ]
    )
    func addresses(text: String, isAddress: Bool) {
        #expect((NetworkAddress(text) != nil) == isAddress)
    }

    @Test(
        "One spelling",
        arguments: [
            ("FE80:0:0:0::1", "fe80::1"), ("1:0:0:2:0:0:0:3", "1:0:0:2::3"), ("0:0:0:0:0:0:0:0", "::"),
            ("::ffff:1.2.3.4", "::ffff:102:304"), ("1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"), ("10.0.0.7", "10.0.0.7"),
        ]
    )
    func spelling(text: String, one: String) {
        #expect(NetworkAddress(text)?.description == one)
    }
}
