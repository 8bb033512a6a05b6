// The interface in English (`?lang=en`): each text is changed where it stands, in the browser, from one catalogue.
// The server knows no English. Nodes are never replaced, since React owns them: only their words and names are.
// What has no English keeps its Swedish and is said to be in Swedish (`lang="sv"`), so that it is read aloud right.
// A message is `Swedish → English` with places for what varies: `{n:number}`, `{d:date}`, `{x:known}` (must itself have
// an English), `{x}` (anything; Swedish where it has no English). docs/english.md tells how to add one.
(() => {
  const SKIP = "a[hreflang], [lang=sv]:not([data-en]), script, style, noscript, code, pre, textarea, " +
    "[contenteditable], [class*='st-key-english_'], [data-testid=stIconMaterial]";
  const NAMES = ["label", "aria-label", "title", "placeholder", "alt", "data-title", "aria-description", "aria-valuetext"];
  const NUMBER = "[+\\u2212-]?(?:\\d{1,3}(?: \\d{3})+|\\d+)(?:,\\d+)?";
  const MONTHS = { januari: "January", februari: "February", mars: "March", april: "April", maj: "May", juni: "June",
    juli: "July", augusti: "August", september: "September", oktober: "October", november: "November", december: "December" };
  const DATE = `(?:den )?(?:\\d{1,2} )?(?:${Object.keys(MONTHS).join("|")})(?: \\d{4})?(?:,? klockan \\d{1,2}[.:]\\d{2})?`;
  const TYPES = { number: NUMBER, date: DATE, year: "\\d{4}", span: "\\d{4}(?:\\u2013\\d{4})?", name: "\\p{Lu}[\\p{L}-]*(?: \\p{Lu}[\\p{L}-]*)*", rest: ".*?", sv: ".+", code: "\\S+", proper: "(?:(?!\\. ).)+?" };
  const WHEN = new RegExp(`^${DATE}$`);
  const PLACE = /\{(\w+)(?::(\w+))?\}/g;
  const CODE = /^(?:import|derived|kolada|file)[-:]\S+$|^(?=\S*\d)[A-Z\d._:-]+$|^[\da-f]{8,}$|^\S+\/\S+\.\w+$|^https?:\S+$/;
  const LETTER = /\p{L}/u;
  const LONGEST = 600, DEEPEST = 7, MANY = 80, SHORTENED = 10, MOST = 120; // how far a text is taken apart, and how often: a long list stays as it is
  const exact = new Map(), patterns = [], memo = new Map();
  let names = new Set(), places = new Set(), bodies = new Set(), commas = [], cut = false, tries = 0;

  const numbers = (words) => words
    .replace(/(\d),(?=\d)/g, "$1.")
    .replace(/(?<!\d)\d{1,3}(?: \d{3})+(?!\d)/g, (one) => one.replaceAll(" ", ","))
    .replace(/(\d) %/g, "$1%");
  const date = (words) => words
    .replace(/^den /, "")
    .replace(/\p{L}+/u, (month) => MONTHS[month] ?? month)
    .replace(/,? klockan (\d{1,2})[.:](\d{2})/, " at $1:$2");
  const first = (words, change) => words.replace(/^\p{L}/u, (letter) => change.call(letter));
  const upper = (words) => first(words, String.prototype.toUpperCase);
  const lower = (words) => first(words, String.prototype.toLowerCase);

  const stop = (words) => words.replace(/(?<!\.)\.$/, ""); // a sentence is the same without its full stop: see ended
  const compile = ([swedish, english]) => {
    const both = swedish.endsWith(".") && english.endsWith("."), from = both ? stop(swedish) : swedish, to = both ? stop(english) : english;
    const parts = [], literals = from.split(/\{\w+(?::\w+)?\}/);
    const escaped = from.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
    const source = escaped.replace(PLACE, (_, name, type) => {
      parts.push({ name, type });
      return TYPES[type] ? `(${TYPES[type]})` : "(.+?)";
    });
    const splits = parts.length === 2 && parts.every((one) => !TYPES[one.type]) && literals[1] && literals;
    const open = !literals.at(-1) && !["sv", "rest", "proper"].includes(parts.at(-1).type);
    return { parts, to, both, open, splits, literals, weight: literals.join("").length, pattern: new RegExp(`^${source}$`, "u") };
  };

  const AS_IS = ["year", "span", "name", "code"];
  // Authorities one after another: what stands between them is ours, what stands within a name is not.
  const proper = (words) => words.replace(/(?:, | och )?egen beräkning(?![\p{L}])/gu, (own) => own.replace("egen beräkning", "own calculation"))
    .replace(/(\S+) och (?=\p{Lu}|own calculation)/gu, (both, before) => (bodies.has(before) ? both : `${before} and `));
  const value = (part, words, deep) => {
    if (part.type === "number") return { text: numbers(words), left: 0 };
    if (part.type === "date") return { text: date(words), left: 0 };
    if (part.type === "sv") return { text: words, left: words.length };
    if (part.type === "proper") return { text: proper(words), left: 0 };
    if (AS_IS.includes(part.type)) return { text: words, left: 0 };
    const core = words.trim(), found = core ? translate(core, deep + 1) : { text: "", left: 0 };
    if (part.type === "known" && (!found || found.left)) return null;
    return found && { text: words.replace(core, () => found.text), left: found.left };
  };
  const fill = (one, match, deep) => {
    const values = {};
    let left = 0;
    for (const [n, part] of one.parts.entries()) {
      const said = value(part, match[n + 1], deep);
      if (!said) return null;
      values[part.name] = said.text;
      left += said.left;
    }
    return { text: one.to.replace(PLACE, (_, name) => values[name]), left };
  };
  // Two free places may be parted anywhere that the words between them stand: names have commas and "och" in them too.
  const matches = function* (one, words) {
    const match = one.pattern.exec(words);
    if (!match || !one.splits) return match && (yield match);
    const [before, between, after] = one.splits, inner = words.slice(before.length, words.length - after.length);
    for (let at = inner.indexOf(between, 1); at > 0; at = inner.indexOf(between, at + 1)) {
      if (at + between.length < inner.length) yield [words, inner.slice(0, at), inner.slice(at + between.length)];
    }
  };
  // Far sooner known than by the pattern itself, which tries every length of every place.
  const inOrder = (literals, words) => {
    if (!words.startsWith(literals[0]) || !words.endsWith(literals.at(-1))) return false;
    let at = literals[0].length;
    for (let n = 1; n < literals.length; n++) {
      at = words.indexOf(literals[n], at);
      if (at < 0) return false;
      at += literals[n].length;
    }
    return true;
  };
  const byPattern = (words, deep, loose) => {
    const stopped = words.endsWith("."), bare = stop(words);
    for (const one of patterns) {
      if (tries > MOST) return (cut = true, null);
      if (stopped && one.open && !one.both && !loose) continue; // first without its full stop: see ended
      const now = stopped && one.both ? bare : words;
      if (one.weight > now.length || !inOrder(one.literals, now)) continue;
      for (const match of matches(one, now)) {
        const said = fill(one, match, deep);
        if (said) return now === words ? said : { ...said, text: `${said.text}.` };
      }
    }
    return null;
  };
  const joined = (parts, glue, deep) => {
    const said = parts.map((part) => translate(part, deep + 1));
    return said.every(Boolean) && { text: said.map((one) => one.text).join(glue), left: said.reduce((sum, one) => sum + one.left, 0) };
  };
  // From the left, the longest run of sentences that has an English at each step: a message may be two or three.
  const inSentences = (sentences, deep) => {
    const said = [];
    for (let from = 0, to; from < sentences.length; from = to) {
      let one = null;
      for (to = sentences.length - (from === 0); to > from; to--) {
        const words = sentences.slice(from, to).join(" "), whole = exact.get(words);
        if (whole) {
          one = { text: whole, left: 0 };
          break;
        }
      }
      for (const next of one ? [] : [from + 1, from + 2]) {
        if (!one && next <= sentences.length && next - from < sentences.length) one = translate(sentences.slice(from, to = next).join(" "), deep + 1);
      }
      if (!one) return null;
      said.push(/^\p{Ll}/u.test(sentences[from]) ? one : { ...one, text: upper(one.text) }); // a file's name begins small
    }
    return { text: said.map((one) => one.text).join(" "), left: said.reduce((sum, one) => sum + one.left, 0) };
  };
  const BETWEEN = /(?<=[.!?…]) (?=["”(]?\p{Lu}|\d[\d–,]* \p{Ll})/u;
  const inParts = (words, deep) => {
    const sentences = words.split(BETWEEN);
    const told = sentences.length > 1 && inSentences(sentences, deep);
    if (told) return told;
    for (const glue of [" · ", "; "]) {
      const said = words.includes(glue) && joined(words.split(glue), glue, deep);
      if (said) return said;
    }
    return null;
  };
  const known = (words) => {
    if (!LETTER.test(words) || CODE.test(words)) return { text: numbers(words), left: 0 };
    if (WHEN.test(words)) return { text: date(words), left: 0 };
    const whole = exact.get(words);
    if (whole !== undefined) return { text: whole, left: 0 };
    const sentence = exact.get(`${words}.`);
    if (sentence !== undefined) return { text: stop(sentence), left: 0 };
    const small = exact.get(lower(words));
    if (small !== undefined) return { text: upper(small), left: 0 };
    const large = exact.get(upper(words));
    if (large !== undefined) return { text: lower(large), left: 0 };
    if (places.has(words)) return { text: proper(words), left: 0 };
    if (names.has(words) || names.has(upper(words))) return { text: words, left: words.length };
    return words.length > SHORTENED && words.endsWith("…") ? shortened(words.slice(0, -1)) : null;
  };
  // A label that ran out of room: the same of the English.
  const shortened = (words) => {
    const low = lower(words), high = upper(words);
    for (const [from, to] of exact) {
      if (!from.startsWith(low) && !from.startsWith(high)) continue;
      return { text: (words === upper(words) ? upper(to) : to).slice(0, words.length) + (to.length > words.length ? "…" : ""), left: 0 };
    }
    for (const one of names) if (one.startsWith(words)) return { text: `${words}…`, left: words.length };
    return null;
  };
  // What begins with a name, or is nothing but words that are known: the commas and "och" in it are as in the Swedish.
  const listed = (words, deep) => {
    const parts = words.split(", "), whole = parts.length > 1 && commas.find((one) => words.startsWith(one));
    const each = !whole && parts.length > 3 && joined(parts, ", ", deep);
    if (each) return each;
    for (let to = parts.length - 1; to > 0; to--) {
      const said = parts.slice(0, to).join(", "), head = known(said);
      if (!head || (whole && said.length < whole.length) || !(head.left || said.includes(" och "))) continue;
      const rest = translate(parts.slice(to).join(", "), deep + 1);
      if (rest) return { text: `${head.text}, ${rest.text}`, left: head.left + rest.left };
    }
    return null;
  };
  const plain = (words, deep, loose = false) => {
    const whole = known(words);
    if (whole) return whole;
    if (words.length > LONGEST || deep > DEEPEST || (tries += 1) > MOST) return (cut = true, null);
    const found = listed(words, deep) ?? byPattern(words, deep, loose), began = !found && lower(words);
    if (found || began === words) return found;
    const said = byPattern(began, deep, loose);
    return said && { ...said, text: upper(said.text) };
  };
  const ended = (words, deep) => {
    const end = /[:.,;…]$/.exec(words)?.[0];
    const said = end && plain(words.slice(0, -1).trimEnd(), deep + 1);
    return said && { ...said, text: said.text + end };
  };
  // Many sentences, or a list of figures: its parts are short, and looked up far sooner than the whole.
  const isMany = (words) => words.length > MANY && (words.split("; ").length > 2 || words.split(BETWEEN).length > 1);
  const translate = (words, deep = 0) => {
    if (memo.has(words)) return memo.get(words);
    const before = cut, many = isMany(words);
    cut = false;
    const said = (many && (known(words) || inParts(words, deep))) || plain(words, deep) || ended(words, deep) ||
      (!many && inParts(words, deep)) || (words.endsWith(".") && plain(words, deep, true)) || null;
    if (said || !cut || deep === 0) memo.set(words, said);
    cut ||= before;
    return said;
  };
  const bare = (words) => words.replace(/[\u00ad\u2060]/g, "").trim().replace(/\s+/g, " ");
  const say = (words) => {
    tries = 0;
    const now = bare(words), said = translate(now);
    return said && /^\d/.test(now) ? { ...said, text: upper(said.text) } : said; // "20–64 år" may begin a sentence, "age 20–64" not
  };

  // What a node says, what we wrote there, and whether it is still Swedish.
  const written = new WeakMap();
  const kind = (now, said) => (!LETTER.test(now) ? "en" : !said ? "sv" : said.left * 2 > said.text.length ? "names" : "en");
  const change = (holder, key, now, write) => {
    const before = written.get(holder)?.[key];
    if (before && bare(before.text) === bare(now)) return; // on a phone, frame.js has held some of it together
    const said = say(now), text = said ? /^\s*/.exec(now)[0] + said.text + /\s*$/.exec(now)[0] : now;
    written.set(holder, { ...written.get(holder), [key]: { text, kind: kind(now, said) } });
    if (text !== now) write(text);
  };
  const wrote = (holder, key) => written.get(holder)?.[key]?.kind;
  const mark = (element) => {
    if (element.closest(SKIP)) return;
    const own = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => wrote(node, "text"));
    const labels = NAMES.map((name) => element.hasAttribute(name) && wrote(element, name));
    const said = [...own, ...labels].filter(Boolean), above = element.parentElement?.closest("[lang]")?.lang;
    const mine = said.includes("sv") ? "sv" : said.includes("names") ? "names" : said.length && above === "sv" ? "en" : "";
    if ((element.dataset?.en ?? "") === mine) return;
    if (mine) element.setAttribute("lang", (element.dataset.en = mine) === "en" ? "en" : "sv");
    else {
      element.removeAttribute("lang");
      delete element.dataset.en;
    }
    for (const inner of element.querySelectorAll("*")) mark(inner);
  };

  // A label that a chart has broken into lines is one text: it is said as a whole and broken again.
  const own = (line) => [...line.childNodes].filter((one) => one.nodeType === 3 && (one.nodeValue.trim() || written.has(one))); // a line with a bold number has an empty one
  const bold = (line) => (own(line).length ? null : line.querySelector("tspan")); // a line that is bold throughout
  const lines = (label, touched) => {
    const nodes = [...label.querySelectorAll("tspan.line")].flatMap((line) => own(bold(line) ?? line));
    const now = nodes.map((node) => node.nodeValue);
    if (now.every((words, n) => written.get(nodes[n])?.text?.text === words)) return;
    // Two names with a mark after each are two texts.
    const marked = (node) => node.previousSibling?.nodeType === 1 && !LETTER.test(node.previousSibling.textContent);
    const second = nodes.findIndex((node, n) => n && marked(node)), said = say(now.join(" "));
    if (said || second < 0) return spread(nodes, now, said, touched);
    for (const some of [nodes.slice(0, second), nodes.slice(second)]) {
      const words = some.map((node) => node.nodeValue);
      spread(some, words, say(words.join(" ")), touched);
    }
  };
  const spread = (nodes, now, said, touched) => {
    const whole = said ? said.text.split(" ") : null, size = said ? said.text.length / nodes.length : 0;
    for (const [n, node] of nodes.entries()) {
      let one = whole ? "" : now[n].trim();
      while (whole?.length && (n === nodes.length - 1 || one.length + whole[0].length / 2 < size)) one += (one && " ") + whole.shift();
      one = /^\s*/.exec(now[n])[0] + one + /\s*$/.exec(now[n])[0];
      written.set(node, { text: { text: one, kind: kind(now[n], said) } });
      if (one !== now[n]) node.nodeValue = one;
      touched.add(node.parentElement);
    }
  };
  const text = (node, touched) => {
    const element = node.parentElement, line = element?.closest("tspan.line"), label = line && (line === element || bold(line) === element) && line.closest("text");
    if (label) return lines(label, touched);
    if (!element || element.closest(SKIP) || !/[\p{L}\d]/u.test(node.nodeValue)) return;
    change(node, "text", node.nodeValue, (words) => (node.nodeValue = words));
    touched.add(element);
  };
  const named = (element, name, touched) => {
    const now = element.getAttribute(name);
    if (!now || element.closest(SKIP)) return;
    change(element, name, now, (words) => element.setAttribute(name, words));
    touched.add(element);
  };
  // A list's field shows its choice as a value, which no observer sees change: what is written there is changed on its way.
  const valued = (element) => {
    const own = Object.getOwnPropertyDescriptor(element, "value");
    if (!element.matches("input[role=combobox]") || !own?.set || written.get(element)?.field) return;
    written.set(element, { ...written.get(element), field: true });
    const write = (words) => {
      own.set.call(element, say(words)?.text ?? words);
    };
    Object.defineProperty(element, "value", { ...own, set: write });
    write(own.get.call(element));
  };
  const linked = (element) => {
    if (!element.matches("a[href]") || element.hreflang || element.download) return;
    const to = new URL(element.href, document.baseURI);
    if (to.origin !== location.origin || to.hash || /\.\w+$/.test(to.pathname) || to.searchParams.has("lang")) return;
    to.searchParams.set("lang", "en");
    element.setAttribute("href", to.pathname + to.search.replaceAll("%2C", ","));
  };
  // A chart's margin is made for its Swedish labels: an English one that is a little longer is drawn together.
  const fitted = (element) => {
    const label = element.closest("text.annotation-text"), line = label && (element.closest("tspan.line") ?? label);
    const edge = label?.closest("svg.main-svg")?.getBoundingClientRect().right, box = line?.getBoundingClientRect();
    if (!edge || box.right <= edge || box.width < 4 * (box.right - edge)) return;
    line.setAttribute("textLength", box.width - (box.right - edge) - 1);
    line.setAttribute("lengthAdjust", "spacingAndGlyphs");
  };
  const within = (root, touched) => {
    if (root.nodeType === 3) return text(root, touched);
    if (root.nodeType !== 1) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = root; node; node = walker.nextNode()) {
      if (node.nodeType === 3) text(node, touched);
      else {
        linked(node);
        valued(node);
        for (const name of NAMES) if (node.hasAttribute(name)) named(node, name, touched);
      }
    }
  };
  // Called before the browser paints, once for all that one task changed: nobody sees the Swedish first.
  const seen = (records) => {
    const touched = new Set();
    for (const record of records) {
      if (record.type === "childList") for (const node of record.addedNodes) within(node, touched);
      else if (record.type === "characterData") text(record.target, touched);
      else if (record.attributeName === "href") linked(record.target);
      else named(record.target, record.attributeName, touched);
    }
    for (const element of touched) if (element.isConnected) mark(element), fitted(element);
  };

  const begin = (catalogue) => {
    names = new Set(catalogue.names);
    places = new Set(catalogue.places);
    commas = catalogue.names.filter((one) => one.includes(", ")).sort((a, b) => b.length - a.length);
    const one = (words) => !places.has(words) && !/^\p{Lu}{2}/u.test(words); // else two authorities
    bodies = new Set(catalogue.places.map((name) => /(\S+) och (\p{Lu}.*)/u.exec(name)).filter((found) => found && one(found[2])).map((found) => found[1]));
    for (const pair of catalogue.messages) if (pair[0].includes("{")) patterns.push(compile(pair)); else exact.set(...pair);
    patterns.sort((a, b) => b.weight - a.weight);
    const touched = new Set();
    within(document.documentElement, touched);
    touched.forEach(mark);
    new MutationObserver(seen).observe(document.documentElement,
      { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: [...NAMES, "href"] });
  };

  // The navigation keeps room for each name in bold: the English one. Words that a style writes are no text of the page.
  const style = document.createElement("style");
  style.textContent = "[data-testid=stTopNav] span[label]::after{content:attr(label)!important}" +
    "[data-testid=stFileUploaderDropzone] button p::after{content:'Choose a file'!important}";
  document.head.append(style);
  window.rusEnglish = { say: (words) => say(words)?.text ?? words };
  document.documentElement.lang = "en";
  fetch(document.currentScript.dataset.messages).then((answer) => answer.json()).then(begin);
})();
