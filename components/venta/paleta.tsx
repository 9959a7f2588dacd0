'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { normalizarTexto } from '@/lib/producto/rules';
import { ACCIONES, GRUPOS_ACCION, type IdAccion } from './acciones';

type PaletaProps = {
  /** What can be done now. */
  disponible: (id: IdAccion) => boolean;
  onElegir: (id: IdAccion) => void;
  onCerrar: () => void;
};

const ITEM =
  'flex h-11 cursor-pointer items-center justify-between gap-4 rounded-sm px-3 font-medium data-[selected=true]:bg-marca-suave data-[selected=true]:text-marca';

/** Every act of the counter by its name: a few letters and Enter. Loaded when it is first opened. */
export default function Paleta({ disponible, onElegir, onCerrar }: PaletaProps) {
  const acciones = ACCIONES.filter((a) => a.id !== 'paleta' && disponible(a.id));
  return (
    <Dialog open onOpenChange={onCerrar} bare title="Buscar una acción">
      <Command
        label="Buscar una acción"
        loop
        filter={(valor, texto) => (normalizarTexto(valor).includes(normalizarTexto(texto)) ? 1 : 0)}
      >
        <div className="flex items-center gap-3 border-b border-borde px-4">
          <Search aria-hidden="true" className="size-5 text-tinta-2" />
          <Command.Input
            autoFocus
            placeholder="¿Qué hacer? Escriba unas letras…"
            className="h-14 w-full bg-transparent text-base outline-hidden"
          />
          <Kbd>Esc</Kbd>
        </div>
        <Command.List className="max-h-96 overflow-y-auto p-2">
          <Command.Empty className="px-3 py-6 text-center text-tinta-2">
            No hay una acción con ese nombre.
          </Command.Empty>
          {GRUPOS_ACCION.map((grupo) => {
            const suyas = acciones.filter((a) => a.grupo === grupo);
            if (suyas.length === 0) return null;
            return (
              <Command.Group
                key={grupo}
                heading={grupo}
                className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-tinta-2"
              >
                {suyas.map((a) => (
                  <Command.Item
                    key={a.id}
                    value={`${a.nombre} ${grupo}`}
                    onSelect={() => onElegir(a.id)}
                    className={ITEM}
                  >
                    {a.nombre}
                    <span className="flex gap-1">
                      {a.teclas.split(' ').map((tecla) => (
                        <Kbd key={tecla}>{tecla}</Kbd>
                      ))}
                    </span>
                  </Command.Item>
                ))}
              </Command.Group>
            );
          })}
        </Command.List>
      </Command>
    </Dialog>
  );
}
