//! The socket: 127.0.0.1 and nothing else.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};

use socket2::{Domain, Protocol, Socket, Type};

/// Connections that wait in the kernel until they are accepted. The standard library asks for 128,
/// which a burst fills; who comes then waits a second for the next try.
const BACKLOG: i32 = 4096;

/// A socket that listens on 127.0.0.1, on `port` or else on a free one that the system chooses.
///
/// # Errors
///
/// Fails if the port is taken or not allowed.
pub fn listen(port: Option<u16>) -> io::Result<TcpListener> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port.unwrap_or(0)));
    loopback_only(address)?;
    let socket = Socket::new(Domain::IPV4, Type::STREAM, Some(Protocol::TCP))?;
    // Else the port of a desk that has just stopped is taken for a minute. On Windows the option
    // means that another process may take the port over.
    #[cfg(unix)]
    socket.set_reuse_address(true)?;
    socket.bind(&address.into())?;
    socket.listen(BACKLOG)?;
    Ok(socket.into())
}

/// Refuses every address that other machines could reach.
///
/// # Errors
///
/// Fails unless the address is in 127.0.0.0/8 or is `::1`.
pub fn loopback_only(address: SocketAddr) -> io::Result<()> {
    if address.ip().is_loopback() {
        return Ok(());
    }
    let message = format!("{address} is not a loopback address: other machines could reach it");
    Err(io::Error::new(io::ErrorKind::AddrNotAvailable, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listens_on_loopback_only() {
        let listener = listen(None).unwrap();
        let address = listener.local_addr().unwrap();
        assert_eq!(address.ip(), Ipv4Addr::LOCALHOST);
        assert_ne!(address.port(), 0);
        assert!(listen(Some(address.port())).is_err());
    }

    #[test]
    fn addresses_that_others_reach_are_refused() {
        let check = |address: &str, expected: bool| {
            assert_eq!(
                loopback_only(address.parse().unwrap()).is_ok(),
                expected,
                "{address}"
            );
        };
        check("127.0.0.1:80", true);
        check("127.9.9.9:80", true);
        check("[::1]:80", true);
        check("0.0.0.0:80", false);
        check("[::]:80", false);
        check("192.168.1.2:80", false);
        check("[::ffff:127.0.0.1]:80", false);
        check("128.0.0.1:80", false);
    }
}
