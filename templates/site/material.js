// What Material for MkDocs has in its pages as scripts, as a file: its own script asks for these names.
var __md_data = document.currentScript.dataset;
var __md_scope = new URL(__md_data.scope || new URL("..", document.currentScript.src).pathname, location);
var __md_hash = (text) => [...text].reduce((hash, sign) => (hash << 5) - hash + sign.charCodeAt(0), 0);
var __md_get = (key, storage = localStorage, scope = __md_scope) => JSON.parse(storage.getItem(scope.pathname + "." + key));
var __md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(scope.pathname + "." + key, JSON.stringify(value));
  } catch {}
};

// Tabs that were chosen on another page, and the one that an address names.
document.addEventListener("DOMContentLoaded", () => {
  const chosen = (__md_data.tabs && __md_get("__tabs")) || [];
  for (const set of document.querySelectorAll(".tabbed-set")) {
    const labels = [...set.querySelectorAll(".tabbed-labels label")];
    const label = chosen.map((tab) => labels.find((one) => one.innerText.trim() === tab)).find(Boolean);
    if (label) document.getElementById(label.htmlFor).checked = true;
  }
  const target = document.getElementById(location.hash.slice(1));
  if (target?.name?.startsWith("__tabbed_")) target.checked = true;
});
