'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { UserMinus, UserPlus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import { admisiblesQuery, admitidosQuery, enviarAdmision } from '@/lib/caja/query-options';
import { formatHora } from '@/lib/time';
import { sentenceOf } from './use-acto';

type DialogoPersonasProps = {
  idSesion: number;
  puedeAdmitir: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Who works at an open caja besides whoever answers for it: admitting and taking out. */
export function DialogoPersonas({ open, onOpenChange, ...resto }: DialogoPersonasProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Personas en esta caja"
      description="Cada una cobra con su nombre y su PIN. La diferencia del cierre es de quien abrió la caja."
    >
      <Cuerpo {...resto} />
    </Dialog>
  );
}

function Cuerpo({ idSesion, puedeAdmitir }: Pick<DialogoPersonasProps, 'idSesion' | 'puedeAdmitir'>) {
  const queryClient = useQueryClient();
  const admitidos = useQuery(admitidosQuery(idSesion));
  const admisibles = useQuery({ ...admisiblesQuery(idSesion), enabled: puedeAdmitir });
  const cambio = useMutation({
    mutationFn: ({ idUsuario, admite }: { idUsuario: number; admite: boolean }) =>
      enviarAdmision(idSesion, idUsuario, admite),
    onSuccess(lista) {
      queryClient.setQueryData(admitidosQuery(idSesion).queryKey, lista);
      void queryClient.invalidateQueries({ queryKey: admisiblesQuery(idSesion).queryKey });
    },
  });
  const falla = admitidos.error ?? admisibles.error ?? cambio.error;
  return (
    <div className="flex flex-col gap-5">
      {falla && (
        <Notice tone="falta" alert>
          {sentenceOf(falla)}
        </Notice>
      )}
      {!admitidos.data && !admitidos.error && <SkeletonRows rows={2} label="Cargando las personas…" />}
      {admitidos.data && (
        <ul aria-label="En esta caja" className="divide-y divide-borde">
          {admitidos.data.map((p) => (
            <li key={p.id_usuario} className="flex min-h-13 items-center gap-3 py-1.5">
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{p.nombre}</span>
                {p.admitido_en && (
                  <span className="block truncate text-xs text-tinta-2">
                    {`Desde las ${formatHora(p.admitido_en)}${p.admitido_por ? `, por ${p.admitido_por}` : ''}`}
                  </span>
                )}
              </span>
              {p.responsable && <Chip tone="marca">Responde por la caja</Chip>}
              {puedeAdmitir && !p.responsable && (
                <Button
                  variant="fantasma"
                  icon={<UserMinus aria-hidden="true" />}
                  aria-label={`Retirar a ${p.nombre}`}
                  disabled={cambio.isPending}
                  onClick={() => cambio.mutate({ idUsuario: p.id_usuario, admite: false })}
                >
                  Retirar
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {puedeAdmitir && admisibles.data && (
        <section aria-label="Admitir a otra persona">
          <h3 className="text-sm font-semibold">Admitir</h3>
          {admisibles.data.length === 0 ? (
            <p className="mt-1 text-sm text-tinta-2">No queda nadie más de la sucursal que pueda cobrar.</p>
          ) : (
            <ul className="mt-1 max-h-64 divide-y divide-borde overflow-y-auto">
              {admisibles.data.map((p) => (
                <li key={p.id_usuario} className="flex min-h-13 items-center gap-3 py-1.5">
                  <span className="min-w-0 flex-1">
                    <span className="block truncate font-medium">{p.nombre}</span>
                    <span className="block truncate text-xs text-tinta-2">{p.rol}</span>
                  </span>
                  <Button
                    icon={<UserPlus aria-hidden="true" />}
                    aria-label={`Admitir a ${p.nombre}`}
                    disabled={cambio.isPending}
                    onClick={() => cambio.mutate({ idUsuario: p.id_usuario, admite: true })}
                  >
                    Admitir
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </div>
  );
}
