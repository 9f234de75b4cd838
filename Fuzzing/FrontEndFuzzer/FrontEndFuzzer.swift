/// Gives the front end whatever libFuzzer comes up with; a trap, a hang or too much memory is a finding.
///
/// libFuzzer has the program's `main` and calls this by its name. With files in place of folders the program runs these
/// once each, which is how a finding is seen again.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    FuzzedProject(UnsafeBufferPointer(start: data, count: size)).run()
    return 0
}
