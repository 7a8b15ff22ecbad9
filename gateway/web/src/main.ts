import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import { followLinks } from './lib/router.svelte';
import { begin } from './lib/session.svelte';
import { apply } from './lib/settings.svelte';

// a new version of the client replaced the files of the page that is open
addEventListener('vite:preloadError', () => location.reload());
addEventListener('click', followLinks);

await Promise.all([apply(), begin()]);
mount(App, { target: document.getElementById('app') as HTMLElement });

if ('serviceWorker' in navigator && import.meta.env.PROD) {
  void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
}
