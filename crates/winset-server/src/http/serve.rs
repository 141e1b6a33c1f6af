//! The loop that accepts connections.

use std::io;
use std::net::TcpListener;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, MissedTickBehavior, interval, sleep, sleep_until, timeout};

use super::connection::{Desk, Pass, speak};
use super::connections::Connections;
use super::{Guarded, Limits, loopback_only};

/// How often connections are looked over for those that do not take their answers.
const LOOK_OVER: Duration = Duration::from_millis(250);
/// How long no connection is accepted after the system refused one, as it does when the process has
/// no file descriptor left.
const PAUSE: Duration = Duration::from_millis(10);
/// File descriptors left for files where the system gives too few.
const RESERVE: usize = 16;
/// However few the system gives, a browser gets so many connections.
const LEAST: usize = 8;

/// Answers requests on `listener` until `shutdown` is ready, then ends: open requests get
/// `limits.stop_time`, event streams end at once.
///
/// Runs on a `tokio` runtime with input, output and time.
///
/// # Errors
///
/// Fails if the listener is not on a loopback address, or cannot be used at all. Nothing that a
/// client does makes it fail.
pub async fn serve(
    listener: TcpListener,
    router: Guarded,
    limits: Limits,
    shutdown: impl Future<Output = ()>,
) -> io::Result<()> {
    loopback_only(listener.local_addr()?)?;
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let (stop, stopping) = watch::channel(false);
    let desk = Arc::new(Desk {
        router,
        limits,
        connections: Mutex::new(Connections::default()),
        stopping,
    });
    let mut tasks = JoinSet::new();
    accept_until(shutdown, &listener, &desk, &mut tasks).await;
    drop(listener);
    desk.connections().shed_fresh();
    stop.send_replace(true);
    let all_ended = async { while tasks.join_next().await.is_some() {} };
    // What is still open now is dropped with its task.
    drop(timeout(limits.stop_time, all_ended).await);
    Ok(())
}

async fn accept_until(
    shutdown: impl Future<Output = ()>,
    listener: &tokio::net::TcpListener,
    desk: &Arc<Desk>,
    tasks: &mut JoinSet<()>,
) {
    let mut shutdown = pin!(shutdown);
    let mut look_over = interval(LOOK_OVER);
    look_over.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut max = desk.limits.connections_max;
    loop {
        let room_at = desk.connections().room_at(max, Instant::now());
        tokio::select! {
            () = &mut shutdown => return,
            accepted = accept(listener, room_at) => match accepted {
                Ok(stream) => take_in(stream, max, desk, tasks),
                Err(error) if is_of_client(&error) => {}
                Err(_) => {
                    max = make_do(max, &mut desk.connections());
                    sleep(PAUSE).await;
                }
            },
            Some(_) = tasks.join_next() => {}
            _ = look_over.tick() => {
                let write_time = desk.limits.write_time;
                desk.connections().end_overdue(Instant::now(), write_time);
            }
        }
    }
}

/// The next connection, once there is room for it.
async fn accept(
    listener: &tokio::net::TcpListener,
    room_at: Option<Instant>,
) -> io::Result<TcpStream> {
    match room_at {
        // A sleep takes a millisecond at least, even until now.
        Some(at) if at <= Instant::now() => {}
        Some(at) => sleep_until(at).await,
        None => std::future::pending().await,
    }
    Ok(listener.accept().await?.0)
}

fn take_in(stream: TcpStream, max: usize, desk: &Arc<Desk>, tasks: &mut JoinSet<()>) {
    if desk.connections().len() >= max {
        desk.connections().shed();
    }
    // Without it answers may wait for 40 ms; with a failure they do.
    drop(stream.set_nodelay(true));
    tasks.spawn(speak(stream, Pass::new(desk)));
}

/// The system gives no more connections than are open: how many to hold from now on, so that some
/// file descriptors are left for files. Sheds down to it.
fn make_do(max: usize, connections: &mut Connections) -> usize {
    let fewer = connections.len().saturating_sub(RESERVE);
    let max = max.min(fewer.max(LEAST));
    for _ in max..connections.len() {
        connections.shed();
    }
    max
}

/// Whether a connection was gone before it was accepted.
fn is_of_client(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    matches!(
        error.kind(),
        ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted
    )
}
