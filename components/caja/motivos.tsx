'use client';

import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { eliminarMotivoAction } from '@/lib/motivo/actions';
import type { MotivoDto } from '@/lib/motivo/schemas';
import { DialogoMotivo } from './dialogo-motivo';

const LISTAS = [
  { tipo: 'EGRESO', titulo: 'Egresos', nuevo: 'Nuevo egreso' },
  { tipo: 'INGRESO', titulo: 'Ingresos', nuevo: 'Nuevo ingreso' },
] as const;

/** The reasons of both kinds, and what can be done to each. */
export function Motivos({ motivos }: { motivos: readonly MotivoDto[] }) {
  const router = useRouter();
  const [editado, setEditado] = useState<{ tipo: MotivoDto['tipo']; motivo: MotivoDto | null } | null>(null);
  const [quitado, setQuitado] = useState<MotivoDto | null>(null);
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      {LISTAS.map(({ tipo, titulo, nuevo }) => (
        <Card
          key={tipo}
          title={titulo}
          flush
          aside={
            <Button icon={<Plus aria-hidden="true" />} onClick={() => setEditado({ tipo, motivo: null })}>
              {nuevo}
            </Button>
          }
        >
          <ul className="divide-y divide-borde border-t border-borde">
            {motivos
              .filter((m) => m.tipo === tipo)
              .map((m) => (
                <li key={m.id} className="flex items-center gap-2 py-1.5 pr-2 pl-4 sm:pl-5">
                  <span className="min-w-0 flex-1">
                    <span className="block truncate font-medium">{m.nombre}</span>
                    {m.pide_detalle && <span className="block text-xs text-tinta-2">Pide decir para qué fue</span>}
                  </span>
                  {m.del_dueno && <Chip>Del dueño</Chip>}
                  {m.general && <Chip>General</Chip>}
                  <Button
                    variant="fantasma"
                    size="icono"
                    aria-label={`Editar ${m.nombre}`}
                    onClick={() => setEditado({ tipo, motivo: m })}
                  >
                    <Pencil aria-hidden="true" />
                  </Button>
                  {!m.general && (
                    <Button
                      variant="fantasma"
                      size="icono"
                      aria-label={`Quitar ${m.nombre}`}
                      onClick={() => setQuitado(m)}
                    >
                      <Trash2 aria-hidden="true" />
                    </Button>
                  )}
                </li>
              ))}
          </ul>
        </Card>
      ))}
      {editado && <DialogoMotivo {...editado} onClose={() => setEditado(null)} />}
      <ConfirmDialog
        open={quitado !== null}
        onOpenChange={(open) => !open && setQuitado(null)}
        title={`¿Quitar «${quitado?.nombre ?? ''}»?`}
        description="Deja de ofrecerse en el mostrador. Lo ya registrado lo conserva."
        confirm="Quitar"
        peligro
        onConfirm={async () => {
          if (!quitado) return;
          const hecho = await eliminarMotivoAction({ id: quitado.id });
          if (!hecho.ok) return hecho.message;
          toast.success(`«${quitado.nombre}» ya no se ofrece`);
          router.refresh();
        }}
      />
    </div>
  );
}
