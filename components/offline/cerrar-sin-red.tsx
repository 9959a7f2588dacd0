'use client';

import { useState } from 'react';
import { ConteoPiezas } from '@/components/caja/conteo';
import { Monto } from '@/components/shared/monto';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Kbd } from '@/components/ui/kbd';
import { PageHeader } from '@/components/ui/page-header';
import { type Conteo, claveDenominacion, sumarConteo } from '@/lib/caja/rules';
import { formatBs } from '@/lib/money';
import type { Identidad, SesionLocal } from '@/lib/offline/meta';
import { cerrarAqui } from '@/lib/offline/session';
import { formatFechaHora } from '@/lib/time';
import { useGuardar } from './use-guardar';

/** The blind count without the server: sealed here, compared when it arrives. */
export function CerrarSinRed({ identidad, sesion }: { identidad: Identidad; sesion: SesionLocal }) {
  const [piezas, setPiezas] = useState<Conteo>({});
  const [sellando, setSellando] = useState(false);
  const total = sumarConteo(piezas);
  const { guardar } = useGuardar(
    (db) => cerrarAqui(db, total, denominacionesDe(piezas)),
    () => window.location.assign('/caja'),
  );
  return (
    <div className="mx-auto w-full max-w-5xl p-4 sm:p-6">
      <PageHeader
        title={`Contar ${sesion.caja.nombre}`}
        subtitle={`${identidad.usuario.nombre} · abierta ${formatFechaHora(sesion.fechaApertura)} · sin conexión`}
      />
      <Card>
        <ConteoPiezas value={piezas} onValueChange={setPiezas} onFin={() => setSellando(true)} />
        <div className="mt-5 flex items-center justify-between gap-4 border-t border-borde pt-4">
          <p aria-live="polite">
            <span className="block text-xs text-tinta-2">Contado</span>
            <span className="text-2xl font-bold">
              <Monto centavos={total} />
            </span>
          </p>
          <Button variant="primario" size="mostrador" onClick={() => setSellando(true)}>
            Sellar y cerrar <Kbd tone="sobre">F4</Kbd>
          </Button>
        </div>
      </Card>
      <ConfirmDialog
        open={sellando}
        onOpenChange={setSellando}
        title={`¿Sellar el conteo de ${formatBs(total)}?`}
        description="El cierre queda provisional hasta que el servidor lo reciba. Desde ahora en esta caja no se vende."
        confirm="Sellar y cerrar"
        onConfirm={guardar}
      />
    </div>
  );
}

function denominacionesDe(piezas: Conteo): Record<string, number> {
  const contadas = Object.entries(piezas).filter(([, n]) => n > 0);
  return Object.fromEntries(contadas.map(([valor, n]) => [claveDenominacion(Number(valor)), n]));
}
