//! A server for plain files, for this machine only.

use crate::{
    failure::{Done, During, Failure},
    site,
};
use std::{
    env, fs,
    io::{BufRead, BufReader, ErrorKind, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::Duration,
};

/// Longer requests are none of ours.
const LONGEST_REQUEST: u64 = 16 * 1024;

/// What the reader may choose.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Options {
    pub(crate) port: u16,
    pub(crate) browser: Browser,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Browser {
    Open,
    Leave,
}

/// Takes the port. Before anything is built: who has to choose another one should not wait for it.
pub(crate) fn listen(port: u16) -> Done<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => {
            let other = format!("Choose another one: cargo xtask serve --port {}", port.checked_add(1).unwrap_or(8080));
            Failure::new(format!("port {port} is taken"), other)
        }
        _ => Failure::new(format!("could not listen on port {port}: {error}"), "Choose another one with --port."),
    })
}

/// Answers until the process is ended.
pub(crate) fn run(listener: &TcpListener, options: Options) -> Done {
    let address = listener.local_addr().during("read the address")?;
    println!("\nhttp://{address}/  (Ctrl+C ends it)");
    if options.browser == Browser::Open {
        open(&format!("http://{address}/"));
    }
    for stream in listener.incoming().flatten() {
        // A visitor who hangs up is no reason to stop.
        thread::spawn(move || answer(&stream).ok());
    }
    Ok(())
}

/// Without a screen there is nothing to open; the address is printed all the same.
fn open(address: &str) {
    let (program, arguments): (&str, &[&str]) = match env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/c", "start"]),
        _ if env::var_os("DISPLAY").or(env::var_os("WAYLAND_DISPLAY")).is_some() => ("xdg-open", &[]),
        _ => return,
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if command.spawn().is_err() {
        println!("No browser could be started: open the address by hand.");
    }
}

fn answer(mut stream: &TcpStream) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(stream.take(LONGEST_REQUEST)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The rest is read so that closing the connection does not cut off the answer.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let reply = reply(&site::folder(), &request);
    write!(
        stream,
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        reply.status,
        reply.kind,
        reply.body.len(),
    )?;
    if !request.starts_with("HEAD ") {
        stream.write_all(&reply.body)?;
    }
    stream.flush()
}

struct Reply {
    status: &'static str,
    kind: &'static str,
    body: Vec<u8>,
}

/// The answer to a request line such as `GET /index.html HTTP/1.1`.
fn reply(folder: &Path, request: &str) -> Reply {
    let text = |status: &'static str| Reply { status, kind: "text/plain", body: format!("{status}\n").into_bytes() };
    let mut words = request.split(' ');
    let (Some("GET" | "HEAD"), Some(target)) = (words.next(), words.next()) else {
        return text("405 Method Not Allowed");
    };
    let Some(path) = file_of(target) else {
        return text("400 Bad Request");
    };
    let path = folder.join(path);
    let path = if path.is_dir() { path.join("index.html") } else { path };
    match fs::read(&path) {
        Ok(body) => Reply { status: "200 OK", kind: kind_of(&path), body },
        Err(_) => text("404 Not Found"),
    }
}

/// The file that a request names, within the folder: no way up, no other root.
fn file_of(target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = PathBuf::from(unescape(path)?);
    path.components().all(|part| matches!(part, Component::Normal(_))).then_some(path)
}

/// `%20` to a space. `None` for half an escape, for what is not UTF-8, and for signs that some systems read as a way out.
fn unescape(path: &str) -> Option<String> {
    let mut bytes = path.bytes();
    let mut plain = Vec::with_capacity(path.len());
    while let Some(byte) = bytes.next() {
        plain.push(match byte {
            b'%' => {
                let digits = [bytes.next()?, bytes.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(plain).ok().filter(|path| !path.contains(['\\', '\0', ':']))
}

fn kind_of(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{file_of, kind_of, reply};
    use std::path::{Path, PathBuf};

    #[test]
    fn no_request_leaves_the_folder() {
        for target in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "//etc/passwd", "/a/../../b", "/..%5cx", "/C:/x", "x", "/%"] {
            assert_eq!(file_of(target), None, "{target}");
        }
        assert_eq!(file_of("/a%20b.js?x#y"), Some(PathBuf::from("a b.js")));
        assert_eq!(file_of("/"), Some(PathBuf::new()));
    }

    #[test]
    fn only_reading_is_answered() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let status = |request| reply(folder, request).status;
        assert_eq!(status("GET /Cargo.toml HTTP/1.1"), "200 OK");
        assert_eq!(status("GET /nothing HTTP/1.1"), "404 Not Found");
        assert_eq!(status("POST /Cargo.toml HTTP/1.1"), "405 Method Not Allowed");
        assert_eq!(status(""), "405 Method Not Allowed");
    }

    #[test]
    fn modules_are_called_what_browsers_accept() {
        assert_eq!(kind_of(Path::new("a_bg.wasm")), "application/wasm");
        assert_eq!(kind_of(Path::new("boot.js")), "text/javascript; charset=utf-8");
    }
}
