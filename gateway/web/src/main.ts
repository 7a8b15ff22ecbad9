import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import { followLinks } from './lib/router.svelte';
import { begin } from './lib/session.svelte';
import { apply } from './lib/settings.svelte';

const RELOADED = 'assay.reloaded';

// a new version of the client replaced the files of the page that is open; without the network they are only away
addEventListener('vite:preloadError', () => {
  try {
    if (navigator.onLine && Date.now() - Number(sessionStorage.getItem(RELOADED)) > 60_000) {
      sessionStorage.setItem(RELOADED, String(Date.now()));
      location.reload();
    }
  } catch {
    // a browser that keeps nothing would not know that it was loaded again already
  }
});
addEventListener('click', followLinks);

await Promise.all([apply(), begin()]);
mount(App, { target: document.getElementById('app') as HTMLElement });

if ('serviceWorker' in navigator && import.meta.env.PROD) {
  void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
}
