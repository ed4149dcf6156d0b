//! Connections in, answers out. The one file that names hyper, hyper-util and tokio.
//!
//! One thread answers everyone: answers come from memory and take no time. A client that is slow to ask, slow to take
//! its answer or broken holds one seat until its time is out, and nobody else up.

use std::convert::Infallible;
use std::future::{Future, poll_fn};
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::ops::Range;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use anyhow::Context as _;
use hyper::body::{Body as HyperBody, Bytes, Frame, SizeHint};
use hyper::header::{CONTENT_TYPE, COOKIE, HOST, HeaderName, HeaderValue, IF_RANGE, ORIGIN, RANGE};
use hyper::{Method, Request, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::runtime::Runtime;
use tokio::sync::{Semaphore, mpsc, oneshot, watch};
use tokio::time::{Sleep, sleep, timeout};

use super::answer::{self, Answer, Asked, Body, Door, HEADERS};
use super::desk::{self, FORMS, LARGEST, Office, Sends, Step};
use super::{Scene, Shown, Sign, Site};

/// How many clients are answered at a time; the next ones wait.
const SEATS: usize = 512;
/// How many clients may stand in line before the system turns them away.
const LINE: u32 = 1024;
/// How long a client may take to ask, and to take the next piece of its answer.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often a page that listens is told that there is no news, so that one that has gone is noticed.
const STILL_HERE: Duration = Duration::from_secs(15);
/// The most that the head of a request may hold, in bytes.
const LARGEST_HEAD: usize = 16 * 1024;

/// A server that shows a site. It stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    door: Door,
    shown: watch::Sender<Arc<Shown>>,
    // Dropped last, with all that it runs.
    _runtime: Stopping,
}

/// A running thread of answers, which ends when this is dropped.
#[derive(Debug)]
struct Stopping {
    stop: Option<oneshot::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Drop for Stopping {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // Had it panicked, its own message has been shown.
            let _ = thread.join();
        }
    }
}

impl Server {
    /// Answers at `address`, at `port` or the first free one after it (0: any), from now on; there is no site yet, and
    /// `first` is said. `taken` is told each port that somebody else has, and which is tried next. With an `office`, editors
    /// write in forms.
    ///
    /// # Errors
    /// When the system does not let it stand there, or when 20 ports in a row are taken.
    pub fn start(
        address: IpAddr,
        port: u16,
        first: Sign,
        office: Option<Office>,
        taken: &mut dyn FnMut(u16, u16),
    ) -> anyhow::Result<Self> {
        let runtime = runtime()?;
        let listener = {
            let _inside = runtime.enter();
            listen(address, port, taken)?
        };
        let port = listener.local_addr().context("could not find out which port was given")?.port();
        let door = Door { address, port };
        let (shown, newest) = watch::channel(Arc::new(Shown { site: None, sign: first }));
        let (stop, stopped) = oneshot::channel();
        let office = office.map(Arc::new);
        let thread = std::thread::Builder::new()
            .name("server".to_owned())
            .spawn(move || {
                runtime.block_on(first_of(accept(listener, newest, door, office), async {
                    // An error is that the other end was dropped.
                    let _ = stopped.await;
                }));
                // Whoever is in the middle of an answer is not waited for.
                runtime.shutdown_background();
            })
            .context("could not start a thread")?;
        Ok(Self { door, shown, _runtime: Stopping { stop: Some(stop), thread: Some(thread) } })
    }

    /// Where the site is, for a browser on this machine.
    pub fn url(&self) -> String {
        let Door { address, port } = self.door;
        let near = match address {
            IpAddr::V4(own) if own.is_unspecified() => IpAddr::from([127, 0, 0, 1]),
            IpAddr::V6(own) if own.is_unspecified() => IpAddr::from([0, 0, 0, 0, 0, 0, 0, 1]),
            own => own,
        };
        format!("http://{}/", SocketAddr::new(near, port))
    }

    /// From now on, this is shown.
    pub fn show(&self, scene: Scene, sign: Sign) {
        self.shown.send_modify(|shown| {
            let site = match scene {
                Scene::Same => shown.site.clone(),
                Scene::Site(site) => {
                    if let Some(before) = shown.site.as_ref().filter(|before| !Arc::ptr_eq(before, &site)) {
                        site.expect(before);
                    }
                    Some(site)
                }
                Scene::Empty => None,
            };
            *shown = Arc::new(Shown { site, sign });
        });
    }
}

/// What those listen to who wait for a page.
#[derive(Debug)]
pub(super) struct Bell(watch::Sender<()>);

impl Default for Bell {
    fn default() -> Self {
        Self(watch::Sender::new(()))
    }
}

impl Bell {
    /// Wakes all who listen.
    pub(super) fn ring(&self) {
        self.0.send_replace(());
    }
}

/// What `from` makes of what is shown, as soon as it makes something of it; `None` when the server stops before that.
async fn once<T>(shown: &mut watch::Receiver<Arc<Shown>>, from: impl Fn(&Shown) -> Option<T>) -> Option<T> {
    loop {
        let now = Arc::clone(&shown.borrow_and_update());
        // Listened to before it is asked for, so that no ring is missed.
        let bell = now.site.as_ref().map(|site| site.bell.0.subscribe());
        if let Some(made) = from(&now) {
            return Some(made);
        }
        let rung = async {
            match bell {
                // The site is held here, and its bell with it.
                Some(mut bell) => bell.changed().await.is_ok(),
                None => std::future::pending().await,
            }
        };
        let renewed = async { shown.changed().await.is_ok() };
        if !first_of(rung, renewed).await {
            return None;
        }
    }
}

fn runtime() -> anyhow::Result<Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build().context("could not start the server")
}

/// Waits until the process is told to stop, or until `done` comes to an end.
pub(super) fn wait_for_stop(done: Done) -> anyhow::Result<()> {
    let asked = async {
        #[cfg(unix)]
        {
            use tokio::signal::unix::{SignalKind, signal};
            // A terminal that closes says so by a signal of its own.
            let kinds = [SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup()];
            let mut signals = kinds.map(signal).into_iter().collect::<io::Result<Vec<_>>>()?;
            poll_fn(|cx| {
                let is_asked = signals.iter_mut().any(|signal| signal.poll_recv(cx).is_ready());
                if is_asked { Poll::Ready(()) } else { Poll::Pending }
            })
            .await;
        }
        #[cfg(not(unix))]
        tokio::signal::ctrl_c().await?;
        io::Result::Ok(())
    };
    let is_over = async {
        let _ = done.0.await;
        Ok(())
    };
    runtime()?.block_on(first_of(asked, is_over)).context("could not listen for Ctrl-C")
}

/// Something that has not ended yet.
pub(super) struct Done(oneshot::Receiver<()>);

/// A thing to hold on to, and what comes to an end when it is let go.
pub(super) fn done() -> (impl Send + 'static, Done) {
    let (hold, done) = oneshot::channel::<()>();
    (hold, Done(done))
}

/// The result of whichever is done first; the other is given up.
async fn first_of<T>(a: impl Future<Output = T>, b: impl Future<Output = T>) -> T {
    let (mut a, mut b) = (pin!(a), pin!(b));
    poll_fn(|cx| match a.as_mut().poll(cx) {
        Poll::Pending => b.as_mut().poll(cx),
        ready @ Poll::Ready(_) => ready,
    })
    .await
}

/// How many ports are tried.
const TRIES: u16 = 20;

fn listen(address: IpAddr, port: u16, taken: &mut dyn FnMut(u16, u16)) -> anyhow::Result<TcpListener> {
    let mut own = port;
    loop {
        let place = SocketAddr::new(address, own);
        match listen_at(place) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && own != 0 && own - port + 1 < TRIES => {
                let Some(next) = own.checked_add(1) else {
                    return Err(error).with_context(|| format!("could not listen at {place}"));
                };
                taken(own, next);
                own = next;
            }
            done => return done.with_context(|| format!("could not listen at {place}")),
        }
    }
}

fn listen_at(place: SocketAddr) -> io::Result<TcpListener> {
    let socket = if place.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    // On Unix: a port that was left a moment ago is free. Elsewhere it would mean to share it with who has it.
    if cfg!(unix) {
        socket.set_reuseaddr(true)?;
    }
    socket.bind(place)?;
    socket.listen(LINE)
}

async fn accept(listener: TcpListener, shown: watch::Receiver<Arc<Shown>>, door: Door, office: Option<Arc<Office>>) {
    let seats = Arc::new(Semaphore::new(SEATS));
    loop {
        let seat = Arc::clone(&seats).acquire_owned().await.expect("nobody closes the room");
        match listener.accept().await {
            Ok((stream, _)) => {
                let (shown, office) = (shown.clone(), office.clone());
                tokio::spawn(async move {
                    connection(stream, shown, door, office).await;
                    drop(seat);
                });
            }
            // The client has gone again, or the process has no files left: there is one when another client goes.
            Err(_) => sleep(Duration::from_millis(50)).await,
        }
    }
}

async fn connection(stream: TcpStream, shown: watch::Receiver<Arc<Shown>>, door: Door, office: Option<Arc<Office>>) {
    // Small answers go at once. If that can't be, they go a little later.
    let _ = stream.set_nodelay(true);
    let service = hyper::service::service_fn(move |request: Request<hyper::body::Incoming>| {
        let (shown, office) = (shown.clone(), office.clone());
        async move { Ok::<_, Infallible>(respond(request, shown, door, office).await) }
    });
    let mut http = hyper::server::conn::http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_header_size(LARGEST_HEAD);
    // A client that breaks the rules or goes away has nobody to be told about it.
    let _ = http.serve_connection(TokioIo::new(Patient { stream, stalled: None }), service).await;
}

async fn respond(
    request: Request<hyper::body::Incoming>,
    mut shown: watch::Receiver<Arc<Shown>>,
    door: Door,
    office: Option<Arc<Office>>,
) -> Response<Sent> {
    let (head, sent) = request.into_parts();
    let headers = &head.headers;
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let mut hosts: Vec<&[u8]> = headers.get_all(HOST).iter().map(HeaderValue::as_bytes).collect();
    hosts.extend(head.uri.authority().map(|own| own.as_str().as_bytes()));
    let asked = Asked {
        method: head.method.as_str(),
        path: head.uri.path(),
        query: head.uri.query(),
        hosts,
        origin: headers.get(ORIGIN).map(HeaderValue::as_bytes),
        // What we send carries no version, so the client can't know whether its part is of this one.
        range: text(RANGE).filter(|_| !headers.contains_key(IF_RANGE)),
        cookies: headers.get_all(COOKIE).iter().filter_map(|own| own.to_str().ok()).collect(),
        content_type: text(CONTENT_TYPE),
    };
    let answer = match office.filter(|_| asked.path.starts_with(FORMS)) {
        Some(office) => Some(at_desk(&asked, sent, office, door).await),
        None => once(&mut shown, |now| answer::answer(&asked, now, door)).await,
    };
    let Answer { status, headers, body } = answer.unwrap_or_else(answer::stopping);
    let length = body.length();
    let is_head = head.method == Method::HEAD;
    let sent = match body {
        _ if is_head => Sent::Whole(None),
        Body::Made(bytes) => Sent::Whole(Some(bytes.into())),
        Body::Part { site, path, range } => Sent::Whole(Some(Bytes::from_owner(Part { site, path, range }))),
        Body::Events { page } => Sent::Events(events(shown, page)),
    };
    let mut response = Response::new(sent);
    *response.status_mut() = status.try_into().expect("our numbers are numbers of HTTP");
    let own = response.headers_mut();
    let all = HEADERS.iter().map(|(name, value)| (*name, (*value).to_owned())).chain(headers);
    for (name, value) in all {
        // Only an address that was sent to us can be refused here; nobody goes where it leads.
        if let Ok(value) = HeaderValue::from_str(&value) {
            own.insert(HeaderName::from_static(name), value);
        }
    }
    if let Some(length) = length {
        own.insert(hyper::header::CONTENT_LENGTH, length.into());
    }
    response
}

/// Answers a request to the forms.
async fn at_desk(asked: &Asked<'_>, sent: hyper::body::Incoming, office: Arc<Office>, door: Door) -> Answer {
    if let Some(answer) = answer::stranger(asked, door) {
        return answer;
    }
    let (mut request, sends) = match desk::admit(asked, &office, door) {
        Step::Answer(answer) => return answer,
        Step::Ask(request, sends) => (request, sends),
    };
    if sends == Sends::Fields {
        match timeout(PATIENCE, gathered(sent)).await {
            Ok(Ok(bytes)) => request.fields = Some(desk::fields(&bytes)),
            Ok(Err(is_too_much)) => return desk::unread(is_too_much),
            Err(_) => return desk::unread(false),
        }
    }
    // It reads and writes files: nobody else is to wait for that.
    let reply = tokio::task::spawn_blocking(move || office.desk.answer(&request)).await;
    reply.map_or_else(|_| desk::broken(), desk::answered)
}

/// All that is sent; otherwise whether it was too much.
async fn gathered(mut sent: hyper::body::Incoming) -> Result<Vec<u8>, bool> {
    let mut bytes = Vec::new();
    while let Some(frame) = poll_fn(|cx| Pin::new(&mut sent).poll_frame(cx)).await {
        let Ok(data) = frame.map_err(|_| false)?.into_data() else { continue };
        if bytes.len() + data.len() > LARGEST {
            return Err(true);
        }
        bytes.extend_from_slice(&data);
    }
    Ok(bytes)
}

/// Tells a page what is shown on it, now and whenever something changes, until it has gone.
fn events(mut shown: watch::Receiver<Arc<Shown>>, page: String) -> mpsc::Receiver<Bytes> {
    let (pieces, received) = mpsc::channel(1);
    shown.mark_changed();
    tokio::spawn(async move {
        loop {
            let piece = match timeout(STILL_HERE, shown.changed()).await {
                Ok(Ok(())) => match once(&mut shown, |now| answer::event(&page, now)).await {
                    Some(event) => format!("retry: 300\ndata: {event}\n\n"),
                    None => break,
                },
                // The server stops.
                Ok(Err(_)) => break,
                Err(_) => ": \n\n".to_owned(),
            };
            if pieces.send(piece.into()).await.is_err() {
                break;
            }
        }
    });
    received
}

/// A part of a file of the site, which the site is kept for.
struct Part {
    site: Arc<Site>,
    path: String,
    range: Range<usize>,
}

impl AsRef<[u8]> for Part {
    fn as_ref(&self) -> &[u8] {
        self.site.file(&self.path).and_then(|bytes| bytes.get(self.range.clone())).unwrap_or_default()
    }
}

/// What follows the headers, as hyper takes it.
enum Sent {
    Whole(Option<Bytes>),
    Events(mpsc::Receiver<Bytes>),
}

impl HyperBody for Sent {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match &mut *self {
            Self::Whole(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            Self::Events(pieces) => pieces.poll_recv(cx).map(|piece| piece.map(|piece| Ok(Frame::data(piece)))),
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Self::Whole(None))
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Whole(bytes) => SizeHint::with_exact(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64)),
            Self::Events(_) => SizeHint::default(),
        }
    }
}

/// A connection whose client has some time to take what is sent to it, and no more.
struct Patient {
    stream: TcpStream,
    /// Since when it takes nothing.
    stalled: Option<Pin<Box<Sleep>>>,
}

impl Patient {
    fn wrote<T>(&mut self, cx: &mut Context<'_>, result: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if result.is_ready() {
            self.stalled = None;
            return result;
        }
        let stalled = self.stalled.get_or_insert_with(|| Box::pin(sleep(PATIENCE)));
        stalled.as_mut().poll(cx).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Patient {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Patient {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let result = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.wrote(cx, result)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let result = Pin::new(&mut self.stream).poll_write_vectored(cx, bytes);
        self.wrote(cx, result)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
