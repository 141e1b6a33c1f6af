//! The command: parts are played on threads, then put together.

use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use winset::form;
use winset::play::tournament::PeerTable;
use winset::solve::Budget;

use super::page;
use super::parts::PartsFolder;
use super::plan::Plan;
use super::results::{TableForms, join};
use super::told_progress::ToldProgress;
use crate::args::{
    Shard, TableFormArg, TournamentArgs, TournamentCommand, TournamentMergeArgs, TournamentTables,
};
use crate::failure::{Failure, NO_PARQUET, Outcome};
use crate::output::{self, Output};
use crate::progress::{Watch, refused};

/// Runs `winset tournament`.
pub(crate) fn run(args: &TournamentArgs, output: Output) -> Result<Outcome, Failure> {
    if let Some(TournamentCommand::Merge(args)) = &args.what {
        return merge(args, output);
    }
    let (Some(spec), Some(results)) = (&args.spec, &args.folder) else {
        return Err(Failure::Misuse("name the spec, and a folder with -o"));
    };
    let plan = Plan::read(spec)?;
    let forms = forms(&args.tables, &plan)?;
    let watch = Watch::begin(None)?;
    let folder = PartsFolder::begin(results, &plan)?;
    let cores = || std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let threads = args.threads.map_or_else(cores, NonZeroUsize::get);
    let due: Vec<u64> = due(&plan, args.shard, &folder);
    let done = played(&plan, &folder, &due, threads, watch)?;
    if done < due.len() {
        output.remark(&page::stopped(due.len() - done))?;
        return Ok(Outcome::Stopped);
    }
    if let Some(shard) = args.shard.filter(|shard| shard.of > 1) {
        output.page(&page::share(shard.index + 1, shard.of, results))?;
        return Ok(Outcome::Answered);
    }
    let to = ResultsTo {
        folder: results,
        forms,
        json: args.json,
        output,
        watch,
    };
    whole(&[folder], &plan, &to)
}

fn merge(args: &TournamentMergeArgs, output: Output) -> Result<Outcome, Failure> {
    let plan = Plan::read(&args.spec)?;
    let forms = forms(&args.tables, &plan)?;
    let watch = Watch::begin(None)?;
    PartsFolder::begin(&args.folder, &plan)?;
    let folders: Vec<PartsFolder> = args
        .shares
        .iter()
        .map(|share| PartsFolder::of(share))
        .collect();
    let to = ResultsTo {
        folder: &args.folder,
        forms,
        json: args.json,
        output,
        watch,
    };
    whole(&folders, &plan, &to)
}

/// The forms that are asked for, each once.
fn forms(asked: &TournamentTables, plan: &Plan) -> Result<TableForms, Failure> {
    let of = |form: &TableFormArg| match form {
        TableFormArg::Genius => Some(PeerTable::Genius),
        TableFormArg::Negolog => Some(PeerTable::Negolog),
        TableFormArg::Parquet => None,
    };
    let mut peers: Vec<PeerTable> = asked.tables.iter().filter_map(of).collect();
    peers.sort_unstable();
    peers.dedup();
    let parquet = asked.tables.contains(&TableFormArg::Parquet);
    if parquet && !cfg!(feature = "parquet") {
        return Err(Failure::Misuse(NO_PARQUET));
    }
    if peers.iter().all(|peer| peer.holds(&plan.tournament)) {
        return Ok(TableForms { peers, parquet });
    }
    let expected = "genius or parquet, as the table of NegoLog is for two parties, and a scenario has \
                    another number of them";
    Err(Failure::BadValue {
        flag: "--tables",
        found: "negolog".to_owned(),
        expected: expected.to_owned(),
        nearest: None,
    })
}

/// Where results go.
struct ResultsTo<'a> {
    folder: &'a Path,
    forms: TableForms,
    json: bool,
    output: Output,
    watch: Watch,
}

fn whole(folders: &[PartsFolder], plan: &Plan, to: &ResultsTo<'_>) -> Result<Outcome, Failure> {
    let stop = || to.watch.stop();
    let budget = Budget {
        stop: &stop,
        refused: &refused,
        ..Budget::unlimited()
    };
    let joined = to.watch.during("putting the results together", || {
        join(folders, plan, to.folder, &to.forms, &budget)
    });
    let Some(answer) = joined? else {
        to.output.remark(&page::stopped(0))?;
        return Ok(Outcome::Stopped);
    };
    if to.json {
        output::bytes(&form::line(&form::TournamentForm::new(&answer))?)?;
    } else {
        to.output.page(&page::page(&answer, to.folder))?;
    }
    Ok(Outcome::Answered)
}

/// The parts of a share that are not there yet.
fn due(plan: &Plan, shard: Option<Shard>, folder: &PartsFolder) -> Vec<u64> {
    let mine = |part: &u64| shard.is_none_or(|shard| part % shard.of == shard.index);
    let parts = (0..plan.parts).filter(mine);
    parts.filter(|part| !folder.has(*part)).collect()
}

/// Plays parts until all are there or the command is interrupted: how many are.
fn played(
    plan: &Plan,
    folder: &PartsFolder,
    due: &[u64],
    threads: usize,
    watch: Watch,
) -> Result<usize, Failure> {
    let (next, negotiated, finished) =
        (AtomicUsize::new(0), AtomicU64::new(0), AtomicUsize::new(0));
    let all = due.iter().map(|part| {
        let numbers = plan.numbers(*part);
        numbers.end - numbers.start
    });
    let mut progress = ToldProgress::new(all.sum());
    let (tell, told) = mpsc::channel::<Failure>();
    let work = |tell: mpsc::Sender<Failure>| {
        while let Some(part) = due.get(next.fetch_add(1, Ordering::Relaxed)) {
            let stop = || {
                negotiated.fetch_add(1, Ordering::Relaxed);
                watch.stop().is_some()
            };
            match folder.play(*part, plan, stop) {
                Ok(Some(())) => finished.fetch_add(1, Ordering::Relaxed),
                Ok(None) => return,
                Err(failure) => {
                    // Nobody listens any more where another failed first.
                    let _ = tell.send(failure);
                    return;
                }
            };
        }
    };
    let failed = std::thread::scope(|scope| {
        for _ in 0..threads.min(due.len()) {
            let tell = tell.clone();
            scope.spawn(|| work(tell));
        }
        drop(tell);
        loop {
            match told.recv_timeout(Duration::from_millis(100)) {
                Ok(failure) => return Some(failure),
                Err(mpsc::RecvTimeoutError::Disconnected) => return None,
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    progress.tell(negotiated.load(Ordering::Relaxed));
                }
            }
        }
    });
    progress.end();
    match failed {
        Some(failure) => Err(failure),
        None => Ok(finished.load(Ordering::Relaxed)),
    }
}
