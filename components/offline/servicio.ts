/** Which service worker this page has. */
export type EstadoServicio = {
  /** `no_hay`: the browser gives none, which on plain http is how it is. */
  estado: 'no_hay' | 'sin_registrar' | 'instalando' | 'esperando' | 'activo';
  /** The build it keeps; `null` while it has not said. */
  version: string | null;
};

/** Registers the worker of this build. It takes over when no page of an earlier one is open. Never throws. */
export async function registrarServicio(version: string): Promise<void> {
  // In development the files change under their names.
  if (version === 'desarrollo' || !('serviceWorker' in navigator)) return;
  await navigator.serviceWorker
    .register(`/sw.js?v=${encodeURIComponent(version)}`, { updateViaCache: 'none' })
    .catch(() => {});
}

/** How the worker is. Never throws. */
export async function estadoServicio(): Promise<EstadoServicio> {
  if (!('serviceWorker' in navigator)) return { estado: 'no_hay', version: null };
  const registro = await navigator.serviceWorker.getRegistration().catch(() => undefined);
  if (!registro) return { estado: 'sin_registrar', version: null };
  const { active, waiting, installing } = registro;
  const estado = waiting ? 'esperando' : active ? 'activo' : installing ? 'instalando' : 'sin_registrar';
  const version = active ? new URL(active.scriptURL).searchParams.get('v') : null;
  return { estado, version };
}

/** Calls back when a newer build waits to take over. Answers how to stop. */
export function oirVersionNueva(hay: (esperando: ServiceWorker) => void): () => void {
  if (!('serviceWorker' in navigator)) return () => {};
  const parar = new AbortController();
  const mirar = (registro: ServiceWorkerRegistration) => {
    // The first worker of a browser waits for nobody.
    if (registro.waiting && registro.active && !parar.signal.aborted) hay(registro.waiting);
  };
  void navigator.serviceWorker.getRegistration().then((registro) => {
    if (!registro) return;
    mirar(registro);
    const alEncontrar = () => {
      const { installing } = registro;
      installing?.addEventListener('statechange', () => mirar(registro), { signal: parar.signal });
    };
    registro.addEventListener('updatefound', alEncontrar, { signal: parar.signal });
  });
  return () => parar.abort();
}

/** Asks the new build to take over and loads the page again with it. `false`: other pages of the old one are open. */
export async function activarVersion(esperando: ServiceWorker): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  const respuesta = new Promise<boolean>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<{ activado: boolean }>) => resolve(data.activado);
  });
  const tomado = new Promise((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
  });
  esperando.postMessage({ tipo: 'activar' }, [port2]);
  if (!(await respuesta)) return false;
  await tomado;
  window.location.reload();
  return true;
}
