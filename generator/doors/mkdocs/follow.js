// Under `serve`: what an editor saves comes into the page that is open. Only what differs is put in, so the place on the page, what is
// unfolded and what is typed stay as they are; where more than words has changed, the page is loaded again.
(() => {
  const own = document.currentScript;
  const sheet = "link[rel~='stylesheet'][href]";
  const named = `${sheet}, script[src], img[src]`;
  let epoch = Number(own.dataset.epoch);
  let last; // the page as it was served last, and the files that it names
  let waiting;

  const parsed = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const script = page.querySelector("script[data-epoch]");
    if (script) script.remove();
    page.normalize(); // what stood before it and behind it is one text, as where it has removed itself
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
    return new Map(await Promise.all(near.map(async (one) => [one, await served(one).then(digest, () => 0)])));
  };

  const changed = (before, now) => [...before].some(([address, state]) => now.has(address) && now.get(address) !== state);

  const program = "script:not([type='application/ld+json']), style";
  const runs = (node) => node.nodeType === Node.ELEMENT_NODE && (node.matches(program) || node.querySelector(program) !== null);

  // What a style sheet says, until the page has loaded it itself: so nothing moves when it comes.
  const standIn = async (link) => {
    const answer = await served(new URL(link.getAttribute("href"), location));
    return new CSSStyleSheet({ media: link.media }).replace(await answer.text());
  };

  const loaded = (link) => new Promise((done) => ["load", "error"].forEach((end) => link.addEventListener(end, done, { once: true })));

  const called = (node) => (node.nodeType === Node.ELEMENT_NODE ? `${node.nodeName}#${node.id}.${node.className}` : node.nodeName);

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
    let start = 0;
    let end = 0;
    // First what is the same at the beginning and the end, then what goes by the same name there; what is between them comes and goes.
    for (const matches of [(one, other) => one.isEqualNode(other), (one, other) => called(one) === called(other)]) {
      const room = () => Math.min(old.length, fresh.length) - start - end;
      while (room() > 0 && matches(old[start], fresh[start])) start += 1;
      while (room() > 0 && matches(old[old.length - 1 - end], fresh[fresh.length - 1 - end])) end += 1;
    }
    const both = (index) => follow(old.at(index), fresh.at(index), shown.at(index));
    const kept = [...Array(start).keys(), ...[...Array(end).keys()].map((index) => index - end)];
    const gone = old.slice(start, old.length - end);
    const come = fresh.slice(start, fresh.length - end);
    if ([...gone, ...come].some(runs) || !kept.every(both)) return false;
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
    const [before, now] = [last, await take()];
    last = now;
    // The first thing on the screen stays where it is; what is hidden has no height, and a list of contents does not move with the page.
    const begins = (one) => one.getBoundingClientRect().top >= 0 && one.offsetHeight > 0 && !one.closest("nav");
    const seen = [...document.querySelectorAll("main *")].find(begins);
    const top = seen && seen.getBoundingClientRect().top;
    const [here, there] = [document, now.page].map((page) => [...page.querySelectorAll(sheet)]);
    const known = new Set(here.map((one) => one.getAttribute("href")));
    const standIns = await Promise.all(there.filter((one) => !known.has(one.getAttribute("href"))).map(standIn)).catch(() => []);
    document.adoptedStyleSheets.push(...standIns);
    const follows = before && follow(before.page.documentElement, now.page.documentElement, document.documentElement);
    if (follows && seen && seen.isConnected) scrollBy({ top: seen.getBoundingClientRect().top - top, behavior: "instant" });
    await Promise.all([...document.querySelectorAll(sheet)].filter((one) => !here.includes(one)).map(loaded));
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => !standIns.includes(one));
    if (!follows || changed(await before.files, await now.files)) location.reload();
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

  const begin = async () => {
    const page = await take();
    await page.files;
    return page.of === own.dataset.of ? page : undefined; // none, where it has changed since it was loaded
  };

  addEventListener("load", async () => {
    last = await begin().catch(() => undefined);
    if (document.visibilityState === "visible") listen();
  });
  document.addEventListener("visibilitychange", () => {
    if (waiting) waiting.abort(); // a browser has few connections to one server
    if (document.visibilityState === "visible") listen();
  });
  own.remove();
})();
