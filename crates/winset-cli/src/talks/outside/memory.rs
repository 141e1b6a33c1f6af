//! How much memory a process takes.

/// Bytes that a process has in memory, itself alone; none where the system does not say.
#[cfg(target_os = "linux")]
pub(super) fn resident_bytes(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1024)
}

#[cfg(not(target_os = "linux"))]
pub(super) fn resident_bytes(_: u32) -> Option<u64> {
    None
}
