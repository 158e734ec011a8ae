// What a script does better on a page that works without one, and does not wait for it.

document.documentElement.classList.replace("no-js", "js");
const whenRead = (act) => (document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", act) : act());

// A note that a link of a text opens: beside it or below it, where the reader is.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#note-']");
  const note = link && document.getElementById(link.hash.slice(1));
  if (!note) return;
  event.preventDefault();
  for (let part = note.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  const { top } = note.getBoundingClientRect();
  if (top < 0 || top > innerHeight - 160) note.scrollIntoView({ block: "center" });
  for (const shown of document.querySelectorAll(".shown")) shown.classList.remove("shown");
  note.closest(".margin-note").classList.add("shown");
});

// An item that an address names is open.
const open = () => {
  const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const item = named && (named.matches(".target") ? named.closest("li") : named); // which had another address before
  const folded = item && item.matches("li") && item.querySelector("details");
  if (folded) folded.open = true;
};
window.addEventListener("hashchange", open);
whenRead(open);

// Permanent links are copied, and whoever cannot see that hears it.
const offer = () => {
  const status = document.querySelector(".copy-status");
  for (const link of status && navigator.clipboard ? document.querySelectorAll("a.permalink") : []) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "permalink";
    button.textContent = status.dataset.copy;
    button.setAttribute("aria-label", `${status.dataset.copy}: ${link.getAttribute("aria-label")}`);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(link.href);
      status.textContent = button.textContent = status.dataset.copied;
      setTimeout(() => {
        status.textContent = "";
        button.textContent = status.dataset.copy;
      }, 3000);
    });
    link.replaceWith(button);
  }
};
whenRead(offer);

// Who has read a brief before is told what has changed since: only the browser knows when that was.
const greet = () => {
  const read = document.querySelector(".brief-page[data-version]");
  if (!read) return;
  const key = `briefs ${location.pathname}`;
  const { version } = read.dataset;
  try {
    const last = JSON.parse(localStorage.getItem(key));
    const news = read.querySelector(".news");
    if (news && last && last.version !== version) {
      const since = [...news.querySelectorAll("a")];
      const found = since.find((one) => one.dataset.version === last.version) || since.find((one) => one.dataset.day <= last.day);
      if (found) {
        const day = new Date(`${last.day}T12:00`).toLocaleDateString(read.lang === "en" ? "en-GB" : read.lang, { dateStyle: "long" });
        news.querySelector(".since").textContent = news.dataset.since.replace("{date}", day);
        news.hidden = found.hidden = false;
      }
    }
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
    localStorage.setItem(key, JSON.stringify({ version, day }));
  } catch {
    // A browser that keeps nothing tells nothing.
  }
};
whenRead(greet);

// The keys that lead to the search in Material lead to it in our frame, too.
document.addEventListener("keydown", (event) => {
  const field = document.querySelector("#search-words") || document.querySelector(".masthead-search input");
  if (!field || event.metaKey || event.ctrlKey || event.altKey || event.target.closest("input, select, textarea, [contenteditable]")) return;
  if (!["/", "s", "f"].includes(event.key)) return;
  event.preventDefault();
  field.select();
});
