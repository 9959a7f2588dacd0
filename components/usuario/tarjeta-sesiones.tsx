'use client';

import { MonitorSmartphone } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { toast } from '@/components/ui/toast';
import { formatFechaHora } from '@/lib/time';
import { cerrarSesionAccesoAction, cerrarSesionesAccesoAction } from '@/lib/usuario/actions';
import type { SesionAccesoDto } from '@/lib/usuario/schemas';
import { dispositivoEnPalabras } from './dispositivo';

type Props = { idUsuario: number; sesiones: readonly SesionAccesoDto[]; propio: boolean };

/** Where a person is signed in, and ending it there. */
export function TarjetaSesiones({ idUsuario, sesiones, propio }: Props) {
  const router = useRouter();
  const [preguntando, setPreguntando] = useState(false);
  const hayOtras = sesiones.some((s) => !s.actual);
  return (
    <Card
      title="Ingresos abiertos"
      flush
      aside={
        hayOtras && (
          <Button size="compacto" onClick={() => setPreguntando(true)}>
            {propio ? 'Cerrar los otros' : 'Cerrar todos'}
          </Button>
        )
      }
    >
      {sesiones.length === 0 ? (
        <EmptyState icon={MonitorSmartphone} title="No hay ingresos abiertos" className="py-6" />
      ) : (
        <ul className="divide-y divide-borde border-t border-borde">
          {sesiones.map((s) => (
            <Sesion key={s.sid} idUsuario={idUsuario} sesion={s} />
          ))}
        </ul>
      )}
      <ConfirmDialog
        open={preguntando}
        onOpenChange={setPreguntando}
        title={propio ? '¿Cerrar sus otros ingresos?' : '¿Cerrar todos sus ingresos?'}
        description="En esos dispositivos habrá que ingresar de nuevo, en 15 segundos como máximo."
        confirm="Cerrar"
        peligro
        onConfirm={async () => {
          const hecho = await cerrarSesionesAccesoAction({ id: idUsuario });
          if (!hecho.ok) return hecho.message;
          toast.success(hecho.data.message);
          router.refresh();
        }}
      />
    </Card>
  );
}

function Sesion({ idUsuario, sesion: s }: { idUsuario: number; sesion: SesionAccesoDto }) {
  const router = useRouter();
  const [pendiente, startTransition] = useTransition();
  const donde = s.canal === 'api' ? 'Por la API' : dispositivoEnPalabras(s.dispositivo);
  const cerrar = () =>
    startTransition(async () => {
      const hecho = await cerrarSesionAccesoAction({ id: idUsuario, sid: s.sid });
      if (!hecho.ok) return void toast.error(hecho.message);
      toast.success(hecho.data.message);
      router.refresh();
    });
  return (
    <li className="flex items-center justify-between gap-3 px-4 py-3 sm:px-5">
      <div className="min-w-0 text-sm">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {donde}
          {s.actual && <Chip tone="marca">Este</Chip>}
          {s.nivel === 'pin' && <Chip>Con PIN</Chip>}
          {s.bloqueada && <Chip>Bloqueado</Chip>}
        </p>
        <p className="num mt-0.5 text-xs text-tinta-2">
          {`Desde ${formatFechaHora(s.creada_en)}`}
          {s.vista_en && ` · visto ${formatFechaHora(s.vista_en)}`}
          {s.ip && ` · ${s.ip}`}
        </p>
      </div>
      {!s.actual && (
        <Button
          size="compacto"
          variant="fantasma"
          pendiente={pendiente}
          onClick={cerrar}
          aria-label={`Cerrar el ingreso: ${donde}, desde ${formatFechaHora(s.creada_en)}`}
        >
          Cerrar
        </Button>
      )}
    </li>
  );
}
