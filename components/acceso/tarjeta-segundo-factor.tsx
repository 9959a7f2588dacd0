'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '@/components/caja/use-acto';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import { llavesQuery } from '@/lib/auth/query-options';
import { formatFechaHora } from '@/lib/time';
import { ActivarSegundoFactor } from './activar-segundo-factor';
import { CambiarSegundoFactor } from './cambiar-segundo-factor';

type Abierto = 'activar' | 'codigos' | 'desactivar';

const TITULOS: Record<Abierto, string> = {
  activar: 'Activar el segundo factor',
  codigos: 'Códigos de respaldo nuevos',
  desactivar: 'Desactivar el segundo factor',
};

/** One's second factor: whether it is on, how many recovery codes are left, and changing it. */
export function TarjetaSegundoFactor({ onActivado }: { onActivado?: () => void }) {
  const queryClient = useQueryClient();
  const { data, error } = useQuery(llavesQuery());
  const [abierto, setAbierto] = useState<Abierto | null>(null);
  const cerrar = () => {
    setAbierto(null);
    void queryClient.invalidateQueries({ queryKey: llavesQuery().queryKey });
  };
  if (error) return <Card title="Segundo factor">{sentenceOf(error)}</Card>;
  if (!data) {
    return (
      <Card title="Segundo factor">
        <SkeletonRows rows={2} label="Cargando…" />
      </Card>
    );
  }
  const { activo, desde, codigos_restantes, obligatorio } = data.segundo_factor;
  return (
    <Card title="Segundo factor">
      <p className="text-tinta-2">
        {activo && desde
          ? `Activo desde el ${formatFechaHora(desde)}. Al ingresar se pide un código de su aplicación.`
          : 'Además de la contraseña, un código que cambia cada 30 segundos en su teléfono. Si alguien averigua la contraseña, no le alcanza.'}
      </p>
      {activo && (
        <Notice tone={codigos_restantes > 2 ? 'neutro' : 'aviso'} className="mt-4">
          {codigos_restantes === 1 ? 'Queda 1 código de respaldo.' : `Quedan ${codigos_restantes} códigos de respaldo.`}
        </Notice>
      )}
      {obligatorio && !activo && (
        <Notice tone="aviso" className="mt-4">
          La tienda lo pide a quienes la dirigen.
        </Notice>
      )}
      {data.nivel === 'pin' ? (
        <Notice className="mt-4">Para cambiarlo hay que ingresar con el correo y la contraseña.</Notice>
      ) : (
        <div className="mt-4 flex flex-wrap gap-2">
          {activo ? (
            <>
              <Button onClick={() => setAbierto('codigos')}>Códigos nuevos</Button>
              <Button variant="fantasma" onClick={() => setAbierto('desactivar')}>
                Desactivar
              </Button>
            </>
          ) : (
            <Button variant="primario" onClick={() => setAbierto('activar')}>
              Activar
            </Button>
          )}
        </div>
      )}
      <Dialog
        open={abierto !== null}
        onOpenChange={(open) => !open && cerrar()}
        width="chico"
        title={abierto ? TITULOS[abierto] : ''}
      >
        {abierto === 'activar' && (
          <ActivarSegundoFactor
            onHecho={() => {
              cerrar();
              onActivado?.();
            }}
          />
        )}
        {(abierto === 'codigos' || abierto === 'desactivar') && (
          <CambiarSegundoFactor acto={abierto} onHecho={cerrar} />
        )}
      </Dialog>
    </Card>
  );
}
