// What `/search/` does: it reads words as generator/text/search_words.py does, fetches the few files of the index that may have them
// (their form stands in generator/pages/search_index.py), and shows the entries where they are, by page. Nothing is fetched before a search.
(() => {
  const root = new URL("..", document.currentScript.src);
  const form = document.querySelector(".search-form");
  const output = document.querySelector(".search-results");
  const status = document.querySelector(".search-status");
  const more = document.querySelector(".search-more button");
  const box = form.elements.q;
  const filters = ["kind", "status", "topic", "actor", "year"].map((name) => form.elements[name]);
  const STEP = 5; // pages at a time
  const ITEMS = 4; // of a page, before the others are asked for
  const BUDGET = 120000; // bytes of places that a search may fetch, if it has a rarer word to go by

  // Words

  const UNSPACED =
    "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u2e80-\\u2fdf\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff" +
    "\\uf900-\\ufaff\\uff66-\\uff9d\\u{20000}-\\u{3134f}";
  const TOKEN = new RegExp(
    `[0-9]+(?:[.,'’\\u00a0\\u2009\\u202f][0-9]+)*|[${UNSPACED}]+|(?![${UNSPACED}])[\\p{L}\\p{N}](?:(?![${UNSPACED}])[\\p{L}\\p{N}]|\\p{M})*`,
    "gu",
  );
  const RUN = new RegExp(`^[${UNSPACED}]`, "u");
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", þ: "th", ı: "i", ς: "σ" };

  const folded = (word) =>
    word
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g, "")
      .normalize("NFC")
      .replace(/[ßæœøłđþıς]/g, (letter) => LETTERS[letter]);

  const ARTICLE = /^(?:[\u0641\u0643\u0628\u0648]?\u0627\u0644|\u0648?\u0644\u0644)(?=[\u0621-\u064a]{3})/; // of Arabic
  const bare = (word) => folded(word).replace(ARTICLE, "");

  const number = (digits) => {
    const plain = digits.replace(/[\u00a0\u2009\u202f]/g, " ");
    if (/^[1-9][0-9]{0,2}([.,'’ ])[0-9]{3}(\1[0-9]{3})*$/.test(plain)) return plain.replace(/[^0-9]/g, "");
    const decimal = /^([0-9]{1,3}(?:([.,'’ ])[0-9]{3})+|[0-9]+)([.,])([0-9]+)$/.exec(plain);
    return decimal && decimal[2] !== decimal[3] ? `${decimal[1].replace(/[^0-9]/g, "")}.${decimal[4]}` : plain;
  };

  const tokens = function* (text) {
    for (const match of text.matchAll(TOKEN)) {
      const run = RUN.test(match[0]);
      yield { at: match.index, end: match.index + match[0].length, run, word: /^[0-9]/.test(match[0]) ? number(match[0]) : bare(match[0]) };
    }
  };

  const read = (text) => {
    const found = [];
    for (const { run, word } of tokens(text)) {
      const signs = [...word];
      if (run && signs.length > 1) for (let at = 1; at < signs.length; at++) found.push(signs[at - 1] + signs[at]);
      else found.push(word);
    }
    return [...new Set(found)].slice(0, 12);
  };

  // Whether two words differ by one letter: another, one more, one less, or two that changed places.
  const near = (one, other) => {
    if (Math.abs(one.length - other.length) > 1) return false;
    let at = 0;
    while (at < one.length && one[at] === other[at]) at++;
    const rest = (a, b) => one.slice(at + a) === other.slice(at + b);
    return rest(1, 1) || rest(0, 1) || rest(1, 0) || (one[at] === other[at + 1] && one[at + 1] === other[at] && rest(2, 2));
  };

  // Files

  const kept = new Map();
  let index;
  const get = (path, form) => {
    if (!kept.has(path)) {
      const url = new URL(`search/${path}${index ? `?${index.version}` : ""}`, root);
      const asked = fetch(url, index ? {} : { cache: "no-cache" }).then((answer) => {
        if (!answer.ok) throw new Error(path);
        return answer[form]();
      });
      asked.catch(() => kept.delete(path));
      kept.set(path, asked);
    }
    return kept.get(path);
  };

  const open = async () => {
    if (index) return;
    index = await get("index.json", "json");
    for (const name of ["topic", "actor", "year"]) for (const [value, words] of index.filters[name]) offer(form.elements[name], value, words);
  };

  // The words of a file with the bytes of their places: `file` and `at` where they begin, `size` how many they are.
  const dictionary = async (part) => {
    let [file, at] = index.starts[part];
    let last = "";
    const found = [];
    for (const line of (await get(`words/${part}.txt`, "text")).split("\n")) {
      if (!line) continue;
      const tab = line.indexOf("\t");
      const word = last.slice(0, parseInt(line[0], 36)) + line.slice(1, tab);
      const size = parseInt(line.slice(tab + 1), 36);
      if (at && at + size > index.limit) [file, at] = [file + 1, 0];
      found.push({ word, file, at, size });
      at += size;
      last = word;
    }
    return found;
  };

  // The file of words in which a word would be.
  const partOf = (word) => {
    let low = 0;
    let high = index.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (index.words[middle] <= word) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };

  // What there is from `first` on, up to so many files; those around `word` where there are more.
  const beginning = async (first, most, word = first) => {
    if (!index.words.length) return [];
    let [low, high] = [partOf(first), partOf(`${first}\uffff`)];
    if (high - low >= most) [low, high] = word === first ? [low, low + most - 1] : [Math.max(low, partOf(word) - 1), Math.min(high, partOf(word) + 1)];
    const parts = await Promise.all(Array.from({ length: high - low + 1 }, (_, more) => dictionary(low + more)));
    return parts.flat();
  };

  const continues = (word, longer) => {
    if (!longer.startsWith(word)) return false;
    if (/^[0-9]/.test(word)) return word.includes(".") || longer[word.length] === ".";
    return word.length > 1 || word > "\u0e00";
  };

  // The words of the index that stand for one that was typed, with what they are worth.
  const meant = async (word) => {
    const around = await beginning(word, 2);
    const exact = around.filter((entry) => entry.word === word).map((entry) => ({ ...entry, worth: 1 }));
    const longer = around.filter((entry) => entry.word !== word && continues(word, entry.word)).sort((a, b) => b.size - a.size);
    const found = [...exact, ...longer.slice(0, 8).map((entry) => ({ ...entry, worth: 0.6 }))];
    if (found.length || word.length < 4 || /^[0-9]/.test(word)) return found;
    const swapped = word[1] + word[0] + word.slice(2);
    const far = [...(await beginning(word.slice(0, 2), 3, word)), ...(await beginning(swapped, 1))];
    const alike = far.filter((entry) => near(word, entry.word)).sort((a, b) => b.size - a.size);
    return [...new Map(alike.map((entry) => [entry.word, entry])).values()].slice(0, 4).map((entry) => ({ ...entry, worth: 0.5, similar: true }));
  };

  // The places of a word: entries by page, and what it is worth there.
  const placesOf = async ({ file, at, size }, worth, into) => {
    const bytes = new Uint8Array(await get(`places/${file}.bin`, "arrayBuffer"), at, size);
    let next = 0;
    const count = () => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[next++];
        value |= (byte & 127) << shift;
        if (byte < 128) return value;
      }
    };
    let page = -1;
    while (next < bytes.length) {
      page += count() + 1;
      const head = count();
      const entries = into.get(page) || new Map();
      into.set(page, entries);
      const note = (entry) => entries.set(entry, Math.max(worth, entries.get(entry) || 0));
      const much = head >> 2;
      if ((head & 3) === 2) {
        const first = count();
        for (let more = 0; more < much; more++) note(first + more);
      } else if ((head & 3) === 1) {
        for (let bit = 0; bit < much * 8; bit++) if (bytes[next + (bit >> 3)] & (1 << (bit & 7))) note(bit);
        next += much;
      } else {
        for (let entry = 0, more = 0; more < much; more++) note((entry += count()));
      }
    }
  };

  // A search

  const search = async (text, chosen) => {
    await open();
    const asked = read(text);
    const words = await Promise.all(asked.map(async (word) => ({ word, meant: await meant(word) })));
    const narrow = await Promise.all(
      chosen.map(async (word) => (await beginning(word, 1)).filter((entry) => entry.word === word).map((entry) => ({ ...entry, worth: 1 }))),
    );
    // The rarest first; what would cost too much is left to those that are there.
    const sizeOf = (entries) => entries.reduce((sum, entry) => sum + entry.size, 0);
    let cost = narrow.reduce((sum, entries) => sum + sizeOf(entries), 0);
    const used = words
      .filter((each) => each.meant.length)
      .sort((a, b) => sizeOf(a.meant) - sizeOf(b.meant))
      .filter((each, place) => (cost += sizeOf(each.meant)) < BUDGET || !place);
    const load = async (entries) => {
      const into = new Map();
      await Promise.all(entries.map((entry) => placesOf(entry, entry.worth, into)));
      return into;
    };
    const [places, within] = await Promise.all([Promise.all(used.map((each) => load(each.meant))), Promise.all(narrow.map(load))]);
    const missing = words.some((each) => !each.meant.length);
    return { words, ...ranked(places, within, asked.length > 0), missing };
  };

  // The pages that have the most of the words, the best first, with their entries and what these are worth.
  const ranked = (places, within, worded) => {
    const rare = places.map((place) => Math.log(1 + index.pages / place.size));
    const best = [];
    const candidates = new Set((worded ? places : within.slice(0, 1)).flatMap((place) => [...place.keys()]));
    let most = 0;
    for (const page of candidates) {
      const allowed = within.map((place) => place.get(page));
      if (allowed.includes(undefined)) continue;
      const entries = new Map();
      let title = 0;
      let has = 0;
      places.forEach((place, word) => {
        const there = place.get(page);
        if (!there) return;
        has++;
        const above = (there.get(0) || 0) * rare[word];
        title += above;
        for (const [entry, worth] of there) {
          if (!entry) continue;
          const known = entries.get(entry) || { worth: 0, words: 0, own: 0 };
          entries.set(entry, { worth: known.worth + worth * rare[word], words: known.words + 1, own: known.own + above });
        }
      });
      if (!worded) for (const entry of allowed[0].keys()) entries.set(entry, { worth: 1, words: 0, own: 0 });
      const items = [...entries]
        .filter(([entry]) => allowed.every((place) => place.has(entry)))
        .map(([entry, { worth, words, own }]) => [entry, (worth + 0.3 * (title - own)) * (words > 1 && words === has ? 2 : 1)])
        .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      if (!items.length) continue;
      most = Math.max(most, has);
      best.push({ page, has, items, worth: items[0][1] + title + 0.2 * Math.log(items.length) });
    }
    const pages = best.filter(({ has }) => has === most).sort((a, b) => b.worth - a.worth || a.page - b.page);
    return { pages, whole: most === places.length };
  };

  // What is shown

  const element = (name, style, ...children) => {
    const made = document.createElement(name);
    if (style) made.className = style;
    made.append(...children);
    return made;
  };

  // Words of a page, which are in its language.
  const said = (page, name, style, ...children) => {
    const made = element(name, style, ...children);
    made.lang = page.language;
    made.dir = "auto";
    return made;
  };

  // Where words stand in a text, as pairs of offsets.
  const hits = (text, words) => {
    const found = [];
    for (const { at, end, run, word } of tokens(text)) {
      for (const { word: typed, meant } of words) {
        if (run && text.slice(at, end).includes(typed)) {
          for (let from = text.indexOf(typed, at); from >= 0 && from < end; from = text.indexOf(typed, from + 1)) found.push([from, from + typed.length]);
        } else if (!run && (meant.some((each) => each.word === word) || continues(typed, word) || (typed.length > 3 && word.includes(typed)))) {
          found.push([at, end]);
        }
      }
    }
    return found.sort((a, b) => a[0] - b[0]);
  };

  const marked = (text, words) => {
    const parts = [];
    let done = 0;
    for (const [at, end] of hits(text, words)) {
      if (end <= done) continue;
      parts.push(text.slice(done, Math.max(at, done)), element("mark", "", text.slice(Math.max(at, done), end)));
      done = end;
    }
    return [...parts, text.slice(done)];
  };

  // The part of an entry's other words that has a hit.
  const passage = (text, words) => {
    const [first] = hits(text, words);
    if (!first) return "";
    const from = first[0] < 80 ? 0 : text.indexOf(" ", first[0] - 80) + 1;
    const to = Math.max(text.indexOf(" ", first[1] + 100), 0) || text.length;
    return `${from ? "… " : ""}${text.slice(from, to).replace(/\n/g, " · ")}${to < text.length ? " …" : ""}`;
  };

  const date = (iso) => {
    const parts = /^(\d{4})(-\d\d)?(-\d\d)?$/.exec(iso);
    if (!parts) return iso;
    const form = { year: "numeric", month: parts[2] && "long", day: parts[3] && "numeric", timeZone: "UTC" };
    const language = document.documentElement.lang;
    return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language || undefined, form).format(new Date(iso));
  };

  const shownItem = (page, entry, words, url) => {
    const kind = [...form.elements.kind.options].find((option) => option.value === entry.kind);
    const about = element("p", "meta", element("span", "", kind ? kind.text : entry.kind));
    if (entry.words) about.append(said(page, "span", `status status-${entry.status}`, element("span", "shape"), entry.words));
    if (entry.day) {
      const day = element("time", "", date(entry.day));
      day.dateTime = entry.day;
      about.append(element("span", "", day));
    }
    const link = said(page, "a", "", ...marked(entry.title || page.entries[0].title, words));
    link.href = entry.id ? `${url}#${entry.id}` : url;
    const item = element("li", "search-item", about, element("p", "search-title", link));
    const around = passage(entry.text || "", words);
    if (around) item.append(said(page, "p", "search-passage", ...marked(around, words)));
    return item;
  };

  const shownPage = async ({ page: place, items }, words, phrase) => {
    const page = await get(`pages/${place}.json`, "json");
    const whole = page.entries[0];
    const url = new URL(page.url, root).href;
    const heading = said(page, "a", "", ...marked(whole.title, words));
    heading.href = url;
    const group = element("section", "search-page-found", element("h2", "", heading));
    const entries = items.map(([entry, worth]) => {
      const found = page.entries[entry - 1];
      const together = phrase && folded(`${found.title} ${found.text || ""}`).includes(phrase);
      return [found, worth * (together ? 1.5 : 1) * (found.kind === "text" ? 0.5 : 1)]; // long prose has any word
    });
    entries.sort((a, b) => b[1] - a[1]);
    const listed = entries.map(([entry]) => entry);
    const inside = listed.filter((entry) => entry !== whole);
    const head = shownItem(page, whole, words, url);
    group.append(head.querySelector(".meta"));
    const summary = head.querySelector(".search-passage");
    if (summary && listed.includes(whole)) group.append(summary);
    const list = (from, to) => element("ol", "search-items", ...inside.slice(from, to).map((entry) => shownItem(page, entry, words, url)));
    if (inside.length) group.append(list(0, ITEMS));
    if (inside.length > ITEMS) {
      const button = element("button", "", `${form.dataset.within}: ${inside.length - ITEMS}`);
      button.type = "button";
      button.addEventListener("click", () => {
        const others = list(ITEMS);
        button.replaceWith(others);
        others.querySelector("a").focus();
      });
      group.append(button);
    }
    for (const [name, words] of Object.entries(page.actors)) offer(form.elements.actor, name, words);
    return group;
  };

  const offer = (select, name, words) => {
    if (![...select.options].some((option) => option.value === name)) select.add(new Option(words, name));
  };

  let turn = 0;
  const show = async () => {
    const mine = ++turn;
    const text = box.value.trim();
    const chosen = filters.filter((filter) => filter.value).map((filter) => `:${filter.name}:${filter.value}`);
    const query = new URLSearchParams([["q", text], ...filters.map((filter) => [filter.name, filter.value])].filter(([, value]) => value));
    history.replaceState(history.state, "", query.size === 0 ? location.pathname : `?${query}`);
    more.hidden = true;
    if (!text && !chosen.length) {
      output.replaceChildren();
      status.textContent = "";
      return;
    }
    form.setAttribute("aria-busy", "true");
    try {
      const { words, pages, whole, missing } = await search(text, chosen);
      if (mine !== turn) return;
      const phrase = words.length > 1 ? folded(text) : "";
      const next = async (from) => {
        const groups = await Promise.all(pages.slice(from, from + STEP).map((page) => shownPage(page, words, phrase)));
        if (mine !== turn) return;
        if (from) output.append(...groups);
        else output.replaceChildren(...groups);
        if (from) groups[0].querySelector("a").focus();
        more.hidden = pages.length <= from + STEP;
        more.onclick = () => next(from + STEP);
      };
      await next(0);
      if (mine !== turn) return;
      const similar = words.flatMap((each) => each.meant.filter((entry) => entry.similar).map((entry) => entry.word));
      const told = [pages.length ? form.dataset.found.replace("#", pages.length) : form.dataset.none];
      if (pages.length && text && (missing || !whole)) told.push(form.dataset.some);
      if (pages.length && similar.length) told.push(form.dataset.similar.replace("#", similar.join(", ")));
      status.textContent = told.join(" ");
    } catch (error) {
      console.error(error);
      if (mine !== turn) return;
      output.replaceChildren();
      status.textContent = form.dataset.failed;
    } finally {
      if (mine === turn) form.removeAttribute("aria-busy");
    }
  };

  // From the address, and from then on as it is typed

  const given = new URLSearchParams(location.search);
  box.value = given.get("q") || "";
  for (const filter of filters) {
    const value = given.get(filter.name);
    if (value) offer(filter, value, value);
    filter.value = value || "";
    filter.addEventListener("change", show);
  }
  form.querySelector(".search-filters").hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  form.querySelector(".search-filters").addEventListener("focusin", () => open().catch(() => {}), { once: true });
  let waiting;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 250);
  });
  if (given.size) show();
  else box.focus();
})();
