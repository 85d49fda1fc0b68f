// Runs in the page, never in Node: `setUpFigures` puts it there, with PLOTLY (the gzipped library in
// base64) and THEMES declared before it. Figures push themselves onto window.workshopFigures, before
// or after this has run; from here on a push draws.
window.workshopFigures ??= [];
const figures = window.workshopFigures;
const drawn = [];

const theme = () => {
  const light = document.body.dataset.jpThemeLight;
  if (light !== undefined) return light === 'true' ? 'light' : 'dark';
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
};

const themed = (json) => {
  const name = theme();
  const shades = name === 'dark' ? THEMES.shades : [];
  const text = shades.reduce((all, { light, dark }) => all.replaceAll(light, dark), json);
  const { data, layout } = JSON.parse(text);
  // The title stands above the drawing as text, where it wraps.
  return { data, layout: { ...layout, title: undefined, template: THEMES[name] } };
};

const CONFIG = { responsive: true, displaylogo: false };

const load = async () => {
  const bytes = Uint8Array.from(atob(PLOTLY), (character) => character.charCodeAt(0));
  const unzipped = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const module = { exports: {} };
  // A private `module` keeps the library from registering with a page's own loader.
  new Function('module', 'exports', await new Response(unzipped).text())(module, module.exports);
  return module.exports;
};

const start = (Plotly) => {
  const draw = (figure) => {
    const place = figure.querySelector('.workshop-plot');
    const json = figure.querySelector('script[type="application/json"]').textContent;
    const label = place.textContent;
    place.replaceChildren();
    place.style.minHeight = `${place.dataset.height}px`;
    place.setAttribute('role', 'img');
    place.setAttribute('aria-label', label);
    const { data, layout } = themed(json);
    Plotly.newPlot(place, data, layout, CONFIG);
    new ResizeObserver(() => {
      if (place.isConnected && place.clientWidth > 0) Plotly.Plots.resize(place);
    }).observe(place);
    drawn.push({ place: new WeakRef(place), json });
  };

  const redraw = () => {
    for (const { place, json } of drawn) {
      const element = place.deref();
      if (!element) continue;
      const { data, layout } = themed(json);
      Plotly.react(element, data, layout, CONFIG);
    }
  };

  new MutationObserver(redraw).observe(document.body, { attributeFilter: ['data-jp-theme-light'] });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  const waiting = figures.splice(0);
  figures.push = draw;
  waiting.forEach(draw);
};

if (!figures.started) {
  figures.started = true;
  load().then(start, (error) => {
    figures.started = false;
    console.error('The figures could not be drawn; their text and data are still there.', error);
  });
}
