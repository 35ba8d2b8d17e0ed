/* The pages are complete without this file: it sorts and filters tables, searches, and draws interactive charts. */
(() => {
  'use strict';
  const page = document.documentElement;
  const body = document.body;
  const collator = new Intl.Collator(page.lang, { numeric: true });
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (tag, props, ...children) => {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...children);
    return element;
  };

  /* Sorting */
  const keyOf = (cell, kind) => {
    if (cell.querySelector('.nil') && !cell.dataset.v) return null;
    const text = cell.dataset.v ?? cell.textContent.trim();
    if (kind !== 'number') return text;
    const number = parseFloat(text.replace(/[,\s]/g, '').replace('−', '-'));
    return Number.isNaN(number) ? null : number;
  };
  const sortBy = (table, th, kind) => {
    const up = th.getAttribute('aria-sort') !== 'ascending';
    for (const other of all('thead th[aria-sort]', table)) other.removeAttribute('aria-sort');
    th.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    const at = th.cellIndex;
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row, order) => ({ row, order, key: keyOf(row.cells[at], kind) }));
    rows.sort((a, b) => {
      if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.order - b.order;
      const by = kind === 'number' ? a.key - b.key : collator.compare(a.key, b.key);
      return (up ? by : -by) || a.order - b.order;
    });
    body.append(...rows.map((r) => r.row));
  };
  for (const th of all('table.sortable thead th[data-sort]')) {
    const table = th.closest('table');
    if (table.tBodies[0].rows.length < 2) { th.removeAttribute('data-sort'); continue; }
    const button = make('button', { type: 'button' });
    if (th.querySelector('a')) {
      button.setAttribute('aria-label', '{{ t.sort-by }} ' + th.textContent.trim());
      th.append(' ', button);
    } else {
      button.append(...th.childNodes);
      th.append(button);
    }
    button.addEventListener('click', () => sortBy(table, th, th.dataset.sort));
  }

  /* Filtering */
  for (const table of all('table[data-filter]')) {
    const rows = [...table.tBodies[0].rows];
    const input = make('input', { type: 'search', autocomplete: 'off' });
    const clear = make('button', { type: 'button', textContent: '{{ t.clear }}' });
    const count = make('output', {});
    const show = () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
        shown += row.hidden ? 0 : 1;
      }
      count.textContent = words.length ? `${shown} / ${rows.length}` : '';
    };
    input.addEventListener('input', show);
    clear.addEventListener('click', () => { input.value = ''; show(); input.focus(); });
    table.closest('section').before(make('div', { className: 'filter' }, make('label', {}, '{{ t.filter }}', input), clear, count));
    show();
  }

  /* Search: the index is a script, because pages opened from disk may not fetch. */
  let index = null;
  const withIndex = (then) => {
    if (window.DESKSCORE_SEARCH) return then(window.DESKSCORE_SEARCH);
    index ??= new Promise((done) => {
      const script = make('script', { src: body.dataset.search });
      script.addEventListener('load', () => done(window.DESKSCORE_SEARCH ?? []));
      script.addEventListener('error', () => done([]));
      document.head.append(script);
    });
    return index.then(then);
  };
  const find = (entries, query) => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    return entries.filter(([label, kind, , keys]) => {
      const text = `${label} ${kind} ${keys}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  };
  const link = ([label, kind, href]) => make('a', { href: body.dataset.base + href }, label, make('small', { textContent: kind }));
  const form = document.querySelector('.find form');
  if (form) {
    const input = form.querySelector('input');
    const hits = make('div', { className: 'hits', hidden: true });
    hits.setAttribute('role', 'group');
    hits.setAttribute('aria-label', '{{ t.search-results }}');
    form.after(hits);
    const show = () => withIndex((entries) => {
      const found = find(entries, input.value);
      hits.hidden = !input.value.trim();
      hits.replaceChildren(...found.slice(0, 8).map(link));
      if (!found.length) hits.append(make('p', { textContent: '{{ t.search-none }}' }));
    });
    input.addEventListener('input', show);
    form.addEventListener('keydown', (event) => { if (event.key === 'Escape') hits.hidden = true; });
    document.addEventListener('click', (event) => { if (!event.target.closest('.find')) hits.hidden = true; });
    const results = document.getElementById('results');
    const query = new URLSearchParams(location.search).get('q');
    if (results && query) {
      input.value = query;
      withIndex((entries) => {
        const found = find(entries, query).slice(0, 100);
        results.textContent = found.length ? '{{ t.search-results }}' : '{{ t.search-none }}';
        results.after(make('ul', { className: 'links' }, ...found.map((entry) => make('li', {}, link(entry)))));
      });
    }
  }

  /* The menu closes by itself; an address that names a closed part opens it. */
  document.addEventListener('click', (event) => {
    for (const menu of all('details.more[open]')) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') for (const menu of all('details.more[open]')) { menu.open = false; menu.firstElementChild.focus(); }
  });
  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let part = target; part; part = part.parentElement) if (part.tagName === 'DETAILS') part.open = true;
    target?.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  if (location.hash) reveal();

  /* Paper has nothing to open: derivations are printed open. */
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = all('details.dv:not([open])');
    for (const part of opened) part.open = true;
  });
  addEventListener('afterprint', () => { for (const part of opened) part.open = false; });

  /* A drawing wider than its box scrolls: the keyboard has to reach it. A course begins at its end, where the latest month is. */
  const reach = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth + 1) {
        if (target.tabIndex < 0 && target.matches('.k-trend .plot')) target.scrollLeft = target.scrollWidth;
        target.tabIndex = 0;
      } else target.removeAttribute('tabindex');
    }
  });
  for (const plot of all('.plot')) reach.observe(plot);

  /* Interactive charts over the drawings. Paper shows the drawings, so nothing is resized for it. */
  const text = { color: 'var(--ink)', fontFamily: getComputedStyle(body).fontFamily, fontSize: 13 };
  /* The page holds what is a chart's own; here is what all have in common. */
  const complete = ({ left, right, decal = false, legend, behind, chart }) => {
    const still = { disabled: true };
    for (const axis of [chart.xAxis, chart.yAxis].flat()) {
      if (!axis) continue;
      axis.axisLine = { lineStyle: { color: 'var(--line)' }, onZero: false };
      if (axis.axisLabel) axis.axisLabel.hideOverlap = true;
    }
    const series = [...(chart.series ?? []), ...(behind ? [behind] : [])];
    for (const one of series) {
      /* When pointed at, the library would compute a lighter colour, cannot read var(), and the mark would vanish. */
      Object.assign(one, { emphasis: still, cursor: 'default' });
      if (one.label?.formatter === '{@[2]}') Object.assign(one, { labelLayout: { hideOverlap: true }, silent: true });
      if (`${one.symbol}`.startsWith('path:')) one.symbolKeepAspect = true;
      for (const part of [one.markLine, one.markArea]) if (part) Object.assign(part, { animation: false, emphasis: still });
      for (const end of (one.markArea?.data ?? []).flat()) if (end.yAxis && !Number.isNaN(+end.yAxis)) end.yAxis = +end.yAxis;
    }
    /* On a narrow screen the names beside the plot get less room, or nothing would be left for the plot. */
    const room = (left, right) => ({ grid: [{ left, right }], yAxis: { axisLabel: { width: left - 12, overflow: 'truncate' } } });
    return {
      ...chart, series, animation: false, textStyle: text, ...(legend && { legend }),
      /* The figure already has a name and a summary; only the patterns of `aria` are wanted. */
      aria: { enabled: true, label: { enabled: false }, decal: { show: decal } },
      /* Text drawn in the chart: a tooltip of HTML would need inline styles, which the policy of the page forbids. */
      tooltip: { trigger: 'item', confine: true, formatter: '{b}', transitionDuration: 0, renderMode: 'richText', backgroundColor: 'var(--card)', borderColor: 'var(--rule)', textStyle: { ...text, fill: 'var(--ink)' } },
      media: [{ query: { maxWidth: 479 }, option: room(Math.min(left, 124), Math.min(right, 120)) }, { option: room(left, right) }],
    };
  };
  const draw = (source) => {
    const plot = source.closest('figure').querySelector('.plot');
    /* On a phone the drawing stays: it is larger than an interactive chart could be there. */
    if (!plot || plot.clientWidth < 440) return;
    const live = make('div', { className: 'live' });
    live.style.height = `${Math.max(plot.clientHeight, 240)}px`;
    plot.append(live);
    plot.classList.add('drawn');
    const chart = window.echarts.init(live, null, { renderer: 'svg' });
    chart.setOption(complete(JSON.parse(source.textContent)));
    new ResizeObserver(() => chart.resize()).observe(plot);
  };
  /* The chart library is heavy: it is fetched when the first chart comes near the window, never for pages without. */
  let library = null;
  const drawSoon = (source) => {
    library ??= new Promise((done, failed) => {
      const script = make('script', { src: body.dataset.charts });
      script.addEventListener('load', done);
      script.addEventListener('error', failed);
      document.head.append(script);
    });
    library.then(() => draw(source)).catch(() => source.closest('figure').querySelector('.plot')?.classList.remove('drawn'));
  };
  const near = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      drawSoon(target.querySelector('script'));
    }
  }, { rootMargin: '300px 0px' });
  for (const source of all('figure > script[type="application/json"]')) near.observe(source.parentElement);
})();
