// Under `serve`: what an editor saves comes into the page that is open. Only what differs is put in, so the place on the page, what is
// unfolded and what is typed stay as they are; where more than words has changed, the page is loaded again.
(() => {
  const own = document.currentScript;
  const named = "link[rel~='stylesheet'][href], script[src], img[src]";
  let epoch = Number(own.dataset.epoch);
  let last; // the page as it was served last, and the files that it names
  let waiting;

  const parsed = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const script = page.querySelector("script[data-epoch]");
    if (script) script.remove();
    return { of: script && script.dataset.of, page };
  };

  const served = async (address) => {
    const answer = await fetch(address, { cache: "no-store" });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer;
  };

  const digest = async (answer) => {
    const bytes = new Uint8Array(await answer.arrayBuffer());
    let state = bytes.length;
    for (const byte of bytes) state = (Math.imul(state, 31) + byte) | 0;
    return state;
  };

  const files = async (page) => {
    const addresses = [...page.querySelectorAll(named)].map((one) => new URL(one.getAttribute("src") || one.getAttribute("href"), location));
    const near = addresses.filter((one) => one.origin === location.origin).map(String);
    return JSON.stringify(await Promise.all(near.map(async (one) => [one, await served(one).then(digest, () => 0)])));
  };

  const program = "script:not([type='application/ld+json']), link[rel~='stylesheet'], style";
  const runs = (node) => node.nodeType === Node.ELEMENT_NODE && (node.matches(program) || node.querySelector(program) !== null);

  // Make `live`, which was `before`, what `after` is. Scripts may have changed attributes of it; false where they have done more.
  const follow = (before, after, live) => {
    if (before.isEqualNode(after)) return true;
    if (before.nodeName !== after.nodeName || before.nodeType !== Node.ELEMENT_NODE) {
      if (runs(before) || runs(after)) return false;
      live.replaceWith(document.importNode(after, true));
      return true;
    }
    if (before.matches(program)) return false;
    for (const { name } of [...before.attributes]) if (!after.hasAttribute(name)) live.removeAttribute(name);
    for (const { name, value } of after.attributes) if (before.getAttribute(name) !== value) live.setAttribute(name, value);
    const [old, fresh, shown] = [before, after, live].map((one) => [...one.childNodes]);
    if (old.length !== shown.length) return false;
    if (old.length === fresh.length) return old.every((one, index) => follow(one, fresh[index], shown[index]));
    let start = 0;
    while (start < Math.min(old.length, fresh.length) && old[start].isEqualNode(fresh[start])) start += 1;
    let end = 0;
    const room = Math.min(old.length, fresh.length) - start;
    while (end < room && old[old.length - 1 - end].isEqualNode(fresh[fresh.length - 1 - end])) end += 1;
    const gone = old.slice(start, old.length - end);
    const come = fresh.slice(start, fresh.length - end);
    if ([...gone, ...come].some(runs)) return false;
    const at = shown[old.length - end] || null;
    for (const one of shown.slice(start, old.length - end)) one.remove();
    for (const one of come) live.insertBefore(document.importNode(one, true), at);
    return true;
  };

  const take = async () => {
    const { of, page } = parsed(await (await served(location.href)).text());
    return { of, page, files: files(page) };
  };

  const show = async () => {
    const now = await take();
    const before = await last;
    if (!before || !follow(before.page.documentElement, now.page.documentElement, document.documentElement)) location.reload();
    else if ((await before.files) !== (await now.files)) location.reload();
    last = now;
  };

  const listen = async () => {
    const stop = (waiting = new AbortController());
    while (!stop.signal.aborted) {
      try {
        const answer = await fetch(`/livereload/${epoch}/${Date.now()}`, { signal: stop.signal });
        const next = Number(await answer.text());
        if (answer.ok && next > epoch) {
          epoch = next;
          await show();
        }
        if (answer.ok) continue;
      } catch {
        if (stop.signal.aborted) return;
      }
      await new Promise((done) => setTimeout(done, 1000)); // the server is not there, or is no longer
    }
  };

  addEventListener("load", () => {
    last = take().then((page) => (page.of === own.dataset.of ? page : undefined), () => undefined);
    if (document.visibilityState === "visible") listen();
  });
  document.addEventListener("visibilitychange", () => {
    if (waiting) waiting.abort(); // a browser has few connections to one server
    if (document.visibilityState === "visible") listen();
  });
  own.remove();
})();
