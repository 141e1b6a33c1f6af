//! The loop that accepts connections.

use std::io;
use std::net::TcpListener;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, MissedTickBehavior, interval, sleep, timeout};

use super::connection::{Desk, Pass, speak};
use super::connections::Connections;
use super::{Guarded, Limits, loopback_only};

/// How often connections are looked over for those that do not take their answers.
const LOOK_OVER: Duration = Duration::from_millis(250);
/// How long no connection is accepted after the system refused one, as it does when the process has
/// no file descriptor left.
const PAUSE: Duration = Duration::from_millis(50);

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
    let max = desk.limits.connections_max;
    loop {
        let has_room = desk.connections().has_room(max);
        tokio::select! {
            () = &mut shutdown => return,
            accepted = listener.accept(), if has_room => match accepted {
                Ok((stream, _)) => take_in(stream, desk, tasks),
                Err(error) if is_of_client(&error) => {}
                Err(_) => {
                    desk.connections().shed();
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

fn take_in(stream: TcpStream, desk: &Arc<Desk>, tasks: &mut JoinSet<()>) {
    if desk.connections().len() >= desk.limits.connections_max {
        desk.connections().shed();
    }
    // Without it answers may wait for 40 ms; with a failure they do.
    drop(stream.set_nodelay(true));
    tasks.spawn(speak(stream, Pass::new(desk)));
}

/// Whether a connection was gone before it was accepted.
fn is_of_client(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    matches!(
        error.kind(),
        ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted
    )
}
