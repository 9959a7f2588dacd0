'use client';

import { Landmark, type LucideIcon, ShoppingBasket, Store } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import { Chip } from '@/components/ui/chip';
import { ESPECIALIDAD_EN_PALABRAS, type Especialidad } from '@/lib/caja/rules';
import type { CajaDto } from '@/lib/caja/schemas-respuestas';
import { formatFechaHora } from '@/lib/time';

const ICONOS: Record<Especialidad, LucideIcon> = { SOLO_VENTAS: ShoppingBasket, SOLO_AGENTES: Landmark, MIXTA: Store };

type TarjetasCajaProps = {
  cajas: readonly CajaDto[];
  value: number | null;
  onValueChange: (id: number) => void;
  /** One was pointed at, or confirmed with Enter: time to count. The arrows only look around. */
  onElegida: () => void;
};

/** The cajas of the branch to choose from: what each is for, and who has the ones that are taken. */
export function TarjetasCaja({ cajas, value, onValueChange, onElegida }: TarjetasCajaProps) {
  return (
    <RadioGroup.Root
      aria-label="Caja"
      value={value === null ? null : String(value)}
      onValueChange={(id) => onValueChange(Number(id))}
      onKeyDown={(event) => event.key === 'Enter' && onElegida()}
      className="grid gap-3 sm:grid-cols-2"
    >
      {cajas.map((caja) => (
        <Tarjeta key={caja.id} caja={caja} onElegida={onElegida} />
      ))}
    </RadioGroup.Root>
  );
}

function Tarjeta({ caja, onElegida }: { caja: CajaDto; onElegida: () => void }) {
  const { nombre, explicacion } = ESPECIALIDAD_EN_PALABRAS[caja.especialidad];
  const Icono = ICONOS[caja.especialidad];
  const ocupada = caja.sesion_abierta;
  return (
    <RadioGroup.Item
      value={String(caja.id)}
      disabled={ocupada !== null}
      onClick={(event) => event.detail > 0 && onElegida()}
      className="flex min-h-28 flex-col gap-1 rounded-lg border border-borde bg-superficie p-4 text-left shadow-sombra enabled:hover:border-borde-fuerte disabled:cursor-not-allowed disabled:bg-superficie-2 disabled:shadow-none data-[state=checked]:border-marca data-[state=checked]:ring-4 data-[state=checked]:ring-marca-suave"
    >
      <span className="flex w-full items-center gap-2.5">
        <Icono aria-hidden="true" className="size-5 shrink-0 text-tinta-2" strokeWidth={1.8} />
        <span className="min-w-0 truncate text-base font-semibold">{caja.nombre}</span>
        <span className="ml-auto">
          <Chip tone={ocupada ? 'aviso' : 'hecho'} punto>
            {ocupada ? 'Ocupada' : 'Libre'}
          </Chip>
        </span>
      </span>
      <span className="text-tinta-2">
        <span className="font-medium text-tinta">{nombre}.</span> {explicacion}
      </span>
      {ocupada && (
        <span className="num mt-auto text-xs text-tinta-2">
          La tiene {ocupada.cajero} desde {formatFechaHora(ocupada.fecha_apertura)}
        </span>
      )}
    </RadioGroup.Item>
  );
}
