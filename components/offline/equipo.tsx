'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { localCounter } from '@/lib/offline/local';
import type { Identidad } from '@/lib/offline/meta';
import { pedirPersistencia } from '@/lib/offline/storage';
import { registrarServicio } from './servicio';
import { useLocal } from './use-local';

/**
 * Tells this device who works here, so that the counter goes on without the server, and asks the browser to keep what it
 * holds. Nothing of it is on the screen.
 */
export function Equipo({ identidad, version }: { identidad: Identidad; version: string }) {
  const router = useRouter();
  // The server makes the object anew with each page; only another content is another person or another caja.
  const llave = JSON.stringify(identidad);
  useEffect(() => {
    void localCounter().work(JSON.parse(llave) as Identidad, version);
  }, [llave, version]);
  useEffect(() => {
    void registrarServicio(version);
    void localCounter().open().then(pedirPersistencia);
  }, [version]);

  // How far the device's catalogue is, for who measures it.
  const catalogo = useLocal((e) => (e.catalogo.leido ? (e.catalogo.completo ? 'completo' : 'leido') : ''), '');
  useEffect(() => {
    document.documentElement.dataset.catalogo = catalogo;
  }, [catalogo]);

  // A session opened or closed here reached the server: the page was made before that.
  const aqui = useLocal((e) => (e.identidad?.sesion ? `${e.identidad.sesion.id}` : ''), '');
  const antes = useRef(aqui);
  useEffect(() => {
    const cambio = antes.current === 'null' || (antes.current !== '' && aqui === '');
    antes.current = aqui;
    if (cambio) router.refresh();
  }, [aqui, router]);
  return null;
}
