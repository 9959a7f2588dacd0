import { useCallback, useEffect, useState } from 'react';
import { useLocal } from '@/components/offline/use-local';
import { localCounter } from '@/lib/offline/local';
import { readMeta, writeMeta } from '@/lib/offline/meta';
import type { VentaDto } from '@/lib/venta/schemas';
import { type Piezas, trasCobrar } from '@/lib/vuelto';
import { centavos } from './venta-dto';

/**
 * The notes and coins that the drawer of a session should hold, as this till knows it: those that the last count left, and
 * what its own sales took and gave since. `null` where nobody counted by piece. It only says how to give the change.
 */
export function useGaveta(enSesion: number | string) {
  const alAbrir = useLocal((e) => e.identidad?.sesion?.piezas ?? null, null);
  const [hay, setHay] = useState<Piezas | null>(null);
  useEffect(() => {
    let vivo = true;
    void leer(enSesion).then((piezas) => vivo && setHay(piezas ?? alAbrir));
    return () => {
      vivo = false;
    };
  }, [enSesion, alAbrir]);

  const cobrada = useCallback(
    (venta: VentaDto) => {
      const efectivo = venta.pagos.find((p) => p.metodo === 'EFECTIVO');
      if (!efectivo) return;
      const recibido = venta.recibido === null ? centavos(efectivo.monto) : centavos(venta.recibido);
      setHay((antes) => {
        const despues = antes && trasCobrar(antes, recibido, centavos(venta.vuelto));
        if (despues) void guardar(enSesion, despues);
        return despues;
      });
    },
    [enSesion],
  );
  return { hay, cobrada };
}

async function leer(enSesion: number | string): Promise<Piezas | null> {
  const db = await localCounter().open();
  const gaveta = db && (await readMeta(db, 'gaveta').catch(() => undefined));
  return gaveta && gaveta.sesion === String(enSesion) ? gaveta.piezas : null;
}

/** Nothing waits for it: it is a hint. */
async function guardar(enSesion: number | string, piezas: Piezas): Promise<void> {
  const db = await localCounter().open();
  if (db) await writeMeta(db, 'gaveta', { sesion: String(enSesion), piezas }).catch(() => {});
}
