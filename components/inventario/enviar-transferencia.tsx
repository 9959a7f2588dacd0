'use client';

import { useRef, useState } from 'react';
import { UNIDAD_EN_PALABRAS } from '@/components/producto/unidades';
import { Field } from '@/components/ui/field';
import { QuantityField } from '@/components/ui/quantity-field';
import { useGuardar } from '@/components/usuario/use-guardar';
import { enviarTransferenciaAction } from '@/lib/inventario/actions';
import type { TransferenciaDetalleDto } from '@/lib/inventario/schemas-respuestas';
import { jsonDeMilesimas, milesimasDeJson } from '@/lib/quantity';
import { newUuid } from '@/lib/uuid';
import { cantidadConUnidad } from './formato';
import { PasoDeTransferencia } from './paso-transferencia';

type EnviarProps = { transferencia: TransferenciaDetalleDto; onListo: (frase: string) => void };

/** What leaves of each product that was asked for: all of it unless said otherwise, and no more than there is. */
export function EnviarTransferencia({ transferencia: t, onListo }: EnviarProps) {
  const clave = useRef(newUuid());
  const { campos, guardar, ...paso } = useGuardar();
  const [salen, setSalen] = useState<Record<number, number | null>>(() =>
    Object.fromEntries(
      t.lineas.map((l) => [l.id_producto, milesimasDeJson(Math.min(l.pedida, l.hay_en_origen ?? l.pedida))]),
    ),
  );

  function enviar() {
    const lineas = t.lineas.map((l) => ({
      id_producto: l.id_producto,
      cantidad: jsonDeMilesimas(salen[l.id_producto] ?? 0),
    }));
    guardar(
      () => enviarTransferenciaAction({ id: t.id, lineas }, clave.current),
      () => onListo(`${t.folio} en camino a ${t.destino}`),
    );
  }

  return (
    <PasoDeTransferencia accion="Enviar" {...paso} onHacer={enviar}>
      <p className="text-sm text-tinta-2">
        La mercadería sale de {t.origen} y queda en camino hasta que {t.destino} la reciba.
      </p>
      <ul className="grid gap-3 sm:grid-cols-2">
        {t.lineas.map((l, i) => (
          <li key={l.id_producto} className="rounded-md border border-borde p-3">
            <Field
              label={<span className="wrap-anywhere">{l.nombre}</span>}
              hint={`Se pidió ${cantidadConUnidad(l.pedida, l.unidad)}${
                l.hay_en_origen === null ? '' : ` · hay ${cantidadConUnidad(l.hay_en_origen, l.unidad)}`
              }`}
              error={campos[`lineas.${i}.cantidad`]}
            >
              <QuantityField
                value={salen[l.id_producto] ?? null}
                unidad={UNIDAD_EN_PALABRAS[l.unidad].corta}
                onValueChange={(v) => setSalen((todas) => ({ ...todas, [l.id_producto]: v }))}
              />
            </Field>
          </li>
        ))}
      </ul>
    </PasoDeTransferencia>
  );
}
