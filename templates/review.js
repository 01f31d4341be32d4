(function () {
  "use strict";
  var $ = function (id) { return document.getElementById(id); };
  var all = function (selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); };
  var on = function (element, name, run) { if (element) { element.addEventListener(name, run); } };
  document.documentElement.classList.add("scripted");

  // What a row says, for the search box: blanks out, case and width folded.
  var fold = function (text) { return text.normalize("NFKC").toLowerCase().replace(/\s+/g, ""); };
  var pressed = function (selector, key) {
    return all(selector).filter(function (b) { return b.getAttribute("aria-pressed") === "true"; })
      .map(function (b) { return b.dataset[key]; });
  };
  var toggles = function (selector, run) {
    all(selector).forEach(function (button) {
      on(button, "click", function () {
        button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
        run();
      });
    });
  };
  var show = function (rows, keep, count, empty) {
    var shown = rows.filter(function (row) { row.hidden = !keep(row); return !row.hidden; }).length;
    $(count).textContent = "显示" + shown + "项，共" + rows.length + "项";
    $(empty).hidden = shown > 0;
  };
  var value = function (id) { return $(id) ? $(id).value : ""; };

  var findings = all("#findings-table tbody tr");
  var filterFindings = function () {
    var levels = pressed("button.level", "level"), kind = value("f-kind"), section = value("f-section"), wanted = fold(value("f-search"));
    show(findings, function (row) {
      return levels.indexOf(row.dataset.level) >= 0 && (!kind || row.dataset.kind === kind) &&
        (!section || row.dataset.section === section) && fold(row.textContent).indexOf(wanted) >= 0;
    }, "f-count", "f-empty");
  };
  var resetFindings = function () {
    all("button.level").forEach(function (b) { b.setAttribute("aria-pressed", "true"); });
    ["f-kind", "f-section", "f-search"].forEach(function (id) { $(id).value = ""; });
    filterFindings();
  };
  if (findings.length) {
    toggles("button.level", filterFindings);
    ["f-kind", "f-section"].forEach(function (id) { on($(id), "change", filterFindings); });
    on($("f-search"), "input", filterFindings);
    on($("f-reset"), "click", resetFindings);
    filterFindings();
  }

  var figures = all("#figures-table tbody tr");
  var filterFigures = function () {
    var statuses = pressed("button[data-status]", "status"), wanted = fold(value("m-search"));
    show(figures, function (row) {
      return statuses.indexOf(row.dataset.status) >= 0 && fold(row.textContent).indexOf(wanted) >= 0;
    }, "m-count", "m-empty");
  };
  var columns = { label: 1, status: 5 };
  var order = new Intl.Collator("zh-CN", { numeric: true });
  var compare = function (key) {
    return function (a, b) {
      if (key in columns) { return order.compare(a.cells[columns[key]].textContent, b.cells[columns[key]].textContent); }
      return Number(a.dataset[key]) - Number(b.dataset[key]);
    };
  };
  var sort = function (head, key) {
    var down = head.getAttribute("aria-sort") === "ascending";
    var empty = function (row) { return !(key in columns) && row.dataset[key] === ""; };
    all("#figures-table thead th").forEach(function (th) { th.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    var by = compare(key), first = Number;
    figures.sort(function (a, b) {
      if (empty(a) || empty(b)) { return first(empty(a)) - first(empty(b)) || a.dataset.order - b.dataset.order; }
      return (down ? -by(a, b) : by(a, b)) || a.dataset.order - b.dataset.order;
    });
    var body = document.querySelector("#figures-table tbody");
    figures.forEach(function (row) { body.appendChild(row); });
  };
  if (figures.length) {
    toggles("button[data-status]", filterFigures);
    on($("m-search"), "input", filterFigures);
    all("#figures-table .sort").forEach(function (button) {
      on(button, "click", function () { sort(button.parentNode, button.dataset.sort); });
    });
    filterFigures();
  }

  // Unchanged parts fold; a link into one opens it.
  var folds = all(".rows details");
  var foldAll = function (closed) {
    folds.forEach(function (d) { d.open = !closed; });
    $("fold").setAttribute("aria-pressed", String(closed));
  };
  on($("fold"), "click", function () { foldAll($("fold").getAttribute("aria-pressed") !== "true"); });
  if (folds.length) { foldAll(true); } else { $("fold").hidden = true; }
  var reveal = function () {
    var goal = $(decodeURIComponent(location.hash.slice(1)));
    if (!goal) { return; }
    if (goal.hidden && goal.parentNode.parentNode.id === "findings-table") { resetFindings(); }
    var around = goal.closest("details");
    if (around && !around.open) { around.open = true; }
    goal.scrollIntoView({ block: goal.tagName === "TR" ? "center" : "start" });
    var at = changes.indexOf(goal);
    if (at >= 0) { now = at; say(); }
  };

  var changes = all(".rows .change"), now = -1;
  var say = function () { $("at").textContent = changes.length ? "改动" + (now < 0 ? "" : "第" + (now + 1) + "处，") + "共" + changes.length + "处" : "没有改动"; };
  var step = function (by) {
    if (!changes.length) { return; }
    now = now < 0 ? (by > 0 ? 0 : changes.length - 1) : (now + by + changes.length) % changes.length;
    changes[now].focus({ preventScroll: true });
    changes[now].scrollIntoView({ block: "start" });
    say();
  };
  on($("next"), "click", function () { step(1); });
  on($("prev"), "click", function () { step(-1); });
  on(document, "keydown", function (event) {
    var tag = event.target.tagName, type = event.target.type;
    var typing = tag === "SELECT" || tag === "TEXTAREA" || (tag === "INPUT" && type !== "checkbox" && type !== "radio");
    if (typing || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || !$("keys").checked) { return; }
    if (event.key === "n" || event.key === "p") { event.preventDefault(); step(event.key === "n" ? 1 : -1); }
  });
  [$("next"), $("prev")].forEach(function (b) { b.disabled = !changes.length; });
  say();
  on(window, "hashchange", reveal);
  if (location.hash) { reveal(); }
}());
