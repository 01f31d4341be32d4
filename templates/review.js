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
  // What is left out is told on paper too.
  var show = function (rows, keep, count, empty, more) {
    var shown = rows.filter(function (row) { row.hidden = !keep(row); return !row.hidden; }).length;
    $(count).textContent = "显示" + shown + "项，共" + rows.length + "项" + (more || "");
    $(count).classList.toggle("part", shown < rows.length);
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

  var figures = all("#figures-table tbody tr"), sorted = "";
  var filterFigures = function () {
    var statuses = pressed("button[data-status]", "status"), wanted = fold(value("m-search"));
    show(figures, function (row) {
      return statuses.indexOf(row.dataset.status) >= 0 && fold(row.textContent).indexOf(wanted) >= 0;
    }, "m-count", "m-empty", sorted);
  };
  var resetFigures = function () {
    all("button[data-status]").forEach(function (b) { b.setAttribute("aria-pressed", "true"); });
    $("m-search").value = "";
    filterFigures();
  };
  var words = { label: 1, status: 5 }, numbers = { place: 0, old: 1, new: 2, delta: 3 };
  var order = new Intl.Collator("zh-CN", { numeric: true });
  var number = function (row) { return Number(row.cells[0].textContent); };
  // What a row is sorted by; null where it has nothing there, and then it stands last, whichever way.
  var keyOf = function (row, key) {
    if (key in words) { return row.cells[words[key]].textContent; }
    if (!(key in numbers)) { return number(row); }
    var said = row.dataset.keys.split(",")[numbers[key]];
    return said === "" ? null : Number(said);
  };
  var sort = function (head, key) {
    var down = head.getAttribute("aria-sort") === "ascending", button = head.querySelector("button");
    all("#figures-table thead th").forEach(function (th) { th.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    var by = function (a, b) { return typeof a === "string" ? order.compare(a, b) : a - b; };
    figures.sort(function (a, b) {
      var x = keyOf(a, key), y = keyOf(b, key);
      if (x === null || y === null) { return (x === null) - (y === null) || number(a) - number(b); }
      return (down ? -by(x, y) : by(x, y)) || number(a) - number(b);
    });
    var body = document.querySelector("#figures-table tbody");
    figures.forEach(function (row) { body.appendChild(row); });
    sorted = "，按" + button.textContent + (down ? "从后往前" : "从前往后") + "排列";
    if (key in numbers && key !== "place") { sorted = "，按" + button.textContent + (down ? "由大到小" : "由小到大") + "排列"; }
    filterFigures();
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

  // The pieces of text of a paragraph, each with the ins or del around it. In two columns what was taken out of NEW's is hidden.
  var seen = function (element) { return element && element.getClientRects().length > 0; };
  var pieces = function (paragraph) {
    var walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT), found = [], node;
    while ((node = walker.nextNode())) {
      var around = node.parentNode.closest(".sr, ins, del");
      if (!around || !around.classList.contains("sr")) { found.push({ node: node, around: around }); }
    }
    return found;
  };
  // An address names the words too: t12n35-41, the 36th to the 41st character of NEW's paragraph in row 12.
  var ADDRESS = /^(t[0-9]+)([on])([0-9]+)-([0-9]+)$/;
  all("a[data-at]").forEach(function (a) { a.setAttribute("href", a.getAttribute("href") + a.dataset.at); });
  var unmark = function () {
    all("mark").forEach(function (mark) {
      var home = mark.parentNode;
      while (mark.firstChild) { home.insertBefore(mark.firstChild, mark); }
      home.removeChild(mark);
      home.normalize();
    });
    all(".here").forEach(function (row) { row.classList.remove("here"); });
    all(".now").forEach(function (piece) { piece.classList.remove("now"); });
  };
  var mark = function (row, side, from, to) {
    var own = row.querySelector(side === "o" ? ".old" : ".new"), marks = [], at = 0;
    var paragraph = seen(own) ? own : row.querySelector(".new") || row.querySelector(".old");
    pieces(paragraph).forEach(function (piece) {
      if (piece.around && piece.around.tagName === (side === "o" ? "INS" : "DEL")) { return; }
      var letters = Array.from(piece.node.data), start = Math.max(from - at, 0), end = Math.min(to - at, letters.length);
      at += letters.length;
      if (start >= end) { return; }
      var range = document.createRange(), element = document.createElement("mark");
      range.setStart(piece.node, letters.slice(0, start).join("").length);
      range.setEnd(piece.node, letters.slice(0, end).join("").length);
      range.surroundContents(element);
      marks.push(element);
    });
    return marks;
  };

  // A stop of n and p: a sentence with changes in it, or a whole paragraph that came, went or moved.
  var END = /[。；！？]/g, BARS = 90; // the height of both bars at the top of the window
  var groups = function (row) {
    var found = {};
    all(".old, .new", row).forEach(function (paragraph) {
      var sentence = 0;
      pieces(paragraph).forEach(function (piece) {
        if (!piece.around) { sentence += (piece.node.data.match(END) || []).length; return; }
        var group = found[sentence] = found[sentence] || [];
        if (group.indexOf(piece.around) < 0) { group.push(piece.around); }
      });
    });
    return Object.keys(found).map(Number).sort(function (a, b) { return a - b; }).map(function (key) { return { row: row, pieces: found[key] }; });
  };
  var stops = [], now = -0.5, place = null; // between two stops after a jump to `place`: n goes on from there, p back
  all(".rows .change").forEach(function (row) {
    var parts = row.classList.contains("changed") ? groups(row) : [];
    stops = stops.concat(parts.length ? parts : [{ row: row, pieces: [] }]);
  });
  var told = function (stop) {
    var text = function (tag) {
      var list = stop.pieces.filter(function (piece) { return piece.tagName === tag && seen(piece); });
      return list.map(function (piece) { return "“" + (piece.dataset.said || piece.textContent).slice(0, 40) + "”"; }).join("、");
    };
    var gone = text("DEL"), come = text("INS");
    return stop.row.getAttribute("aria-label") + (gone ? "，删去" + gone : "") + (come ? "，增加" + come : "");
  };
  var say = function () {
    var stop = stops[now];
    $("at").textContent = stops.length ? "改动" + (stop ? "第" + (now + 1) + "处，" : "") + "共" + stops.length + "处" : "没有改动";
    if (!stop) { return; }
    var more = document.createElement("span");
    more.className = "sr";
    more.textContent = "：" + told(stop);
    $("at").appendChild(more);
  };
  var open = function (element) {
    var around = element.closest("details");
    if (around) { around.open = true; }
  };
  var focus = function (element, block, goal) {
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    (goal || element).scrollIntoView({ block: block });
  };
  var stand = function (stop) {
    unmark();
    place = stop.row;
    stop.pieces.forEach(function (piece) { piece.classList.add("now"); });
    stop.row.classList.add("here");
    var goal = stop.pieces.filter(seen)[0];
    focus(stop.row, goal ? "center" : "start", goal);
    say();
  };
  // Who has scrolled away goes on from what can be seen.
  var inWindow = function (element) {
    var box = element.getBoundingClientRect();
    return box.bottom > BARS && box.top < window.innerHeight;
  };
  var follow = function () {
    if ((place && inWindow(place)) || !inWindow(document.querySelector(".rows"))) { return; }
    now = stops.filter(function (stop) { return stop.row.getBoundingClientRect().top < BARS; }).length - 0.5;
  };
  var step = function (by) {
    if (!stops.length) { return; }
    follow();
    var next = by > 0 ? Math.floor(now) + 1 : Math.ceil(now) - 1;
    now = (next + stops.length) % stops.length;
    stand(stops[now]);
  };
  on($("next"), "click", function () { step(1); });
  on($("prev"), "click", function () { step(-1); });
  on(document, "keydown", function (event) {
    var tag = event.target.tagName, type = event.target.type;
    var typing = tag === "SELECT" || tag === "TEXTAREA" || (tag === "INPUT" && type !== "checkbox" && type !== "radio");
    if (typing || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || !$("keys").checked) { return; }
    if (event.key === "n" || event.key === "p") { event.preventDefault(); step(event.key === "n" ? 1 : -1); }
  });
  [$("next"), $("prev")].forEach(function (b) { b.disabled = !stops.length; });

  // Where the address leads: to words, a paragraph, a finding or a part of the page.
  var pass = function (goal) {
    var before = stops.filter(function (stop) { return stop.row !== goal && (stop.row.compareDocumentPosition(goal) & Node.DOCUMENT_POSITION_FOLLOWING); });
    now = before.length - 0.5;
    place = goal;
    say();
  };
  var reveal = function () {
    var hash = location.hash.slice(1), words = ADDRESS.exec(hash), goal = $(words ? words[1] : hash);
    unmark();
    if (!goal) { return; }
    if (goal.hidden && goal.closest("#findings-table")) { resetFindings(); }
    if (goal.hidden && goal.closest("#figures-table")) { resetFigures(); }
    open(goal);
    if (goal.closest(".rows")) { pass(goal); }
    var marks = words ? mark(goal, words[2], Number(words[3]), Number(words[4])) : [];
    if (words) { goal.classList.add("here"); }
    if (marks.length) { focus(marks[0], "center"); } else { goal.scrollIntoView({ block: goal.tagName === "TR" ? "center" : "start" }); }
  };
  on(window, "hashchange", reveal);
  on(document, "click", function (event) {
    var a = event.target.closest("a[href]");
    if (a && a.getAttribute("href") === location.hash) { reveal(); } // the address stays, and so the browser does nothing
  });
  // The other view shows the same place.
  all("input.view").forEach(function (input) {
    on(input, "change", function () {
      if (stops[now]) {
        var stop = stops[now];
        (stop.pieces.filter(seen)[0] || stop.row).scrollIntoView({ block: "center" });
      } else if (document.querySelector(".here")) { reveal(); input.focus({ preventScroll: true }); }
    });
  });
  // On paper no clause of a promise is folded.
  var unfolded = [];
  on(window, "beforeprint", function () {
    unfolded = all("details.note").filter(function (d) { return !d.open; });
    unfolded.forEach(function (d) { d.open = true; });
  });
  on(window, "afterprint", function () { unfolded.forEach(function (d) { d.open = false; }); });
  say();
  if (location.hash) { reveal(); }
}());
