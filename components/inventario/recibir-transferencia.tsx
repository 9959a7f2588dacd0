'use client';

import { useRef, useState } from 'react';
import { UNIDAD_EN_PALABRAS } from '@/components/producto/unidades';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { QuantityField } from '@/components/ui/quantity-field';
import { Select } from '@/components/ui/select';
import { useGuardar } from '@/components/usuario/use-guardar';
import { recibirTransferenciaAction } from '@/lib/inventario/actions';
import { CAUSAS, type Causa } from '@/lib/inventario/rules';
import type { TransferenciaDetalleDto } from '@/lib/inventario/schemas-respuestas';
import { jsonDeMilesimas, milesimasDeJson } from '@/lib/quantity';
import { newUuid } from '@/lib/uuid';
import { cantidadConUnidad } from './formato';
import { PasoDeTransferencia } from './paso-transferencia';

type Llegada = { recibida: number | null; perdida: number | null; causa: Causa; explicacion: string };

/** What arrived of each product, what never will and why; the rest stays on the way. */
export function RecibirTransferencia({
  transferencia: t,
  onListo,
}: {
  transferencia: TransferenciaDetalleDto;
  onListo: (frase: string) => void;
}) {
  const clave = useRef(newUuid());
  const { campos, guardar, ...paso } = useGuardar();
  const faltan = t.lineas.filter((l) => l.en_camino > 0);
  const [llegadas, setLlegadas] = useState<Record<number, Partial<Llegada>>>({});
  const llegada = (id: number, camino: number): Llegada => ({
    recibida: milesimasDeJson(camino),
    perdida: 0,
    causa: 'FALTANTE',
    explicacion: '',
    ...llegadas[id],
  });
  const cambiar = (id: number, cambio: Partial<Llegada>) =>
    setLlegadas((todas) => ({ ...todas, [id]: { ...todas[id], ...cambio } }));

  function recibir() {
    const lineas = faltan.map((l) => {
      const { recibida, perdida, causa, explicacion } = llegada(l.id_producto, l.en_camino);
      return {
        id_producto: l.id_producto,
        recibida: jsonDeMilesimas(recibida ?? 0),
        perdida: jsonDeMilesimas(perdida ?? 0),
        causa,
        explicacion,
      };
    });
    guardar(
      () => recibirTransferenciaAction({ id: t.id, lineas }, clave.current),
      (hecho) => {
        clave.current = newUuid();
        setLlegadas({});
        onListo(hecho.estado === 'RECIBIDA' ? `${t.folio} recibida` : `${t.folio} recibida en parte`);
      },
    );
  }

  return (
    <PasoDeTransferencia accion="Recibir" {...paso} onHacer={recibir}>
      {faltan.map((l, i) => {
        const { recibida, perdida, causa, explicacion } = llegada(l.id_producto, l.en_camino);
        const { corta } = UNIDAD_EN_PALABRAS[l.unidad];
        return (
          <fieldset key={l.id_producto} className="rounded-md border border-borde p-3">
            <legend className="px-1 font-medium wrap-anywhere">
              {l.nombre}{' '}
              <span className="num font-normal text-tinta-2">
                ({cantidadConUnidad(l.en_camino, l.unidad)} en camino)
              </span>
            </legend>
            <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
              <Field label="Llegó" error={campos[`lineas.${i}.recibida`]}>
                <QuantityField
                  value={recibida}
                  unidad={corta}
                  onValueChange={(v) => cambiar(l.id_producto, { recibida: v })}
                />
              </Field>
              <Field label="No llegará">
                <QuantityField
                  value={perdida}
                  unidad={corta}
                  onValueChange={(v) => cambiar(l.id_producto, { perdida: v })}
                />
              </Field>
              {(perdida ?? 0) > 0 && (
                <>
                  <Field label="Causa">
                    <Select value={causa} onChange={(e) => cambiar(l.id_producto, { causa: e.target.value as Causa })}>
                      {Object.entries(CAUSAS).map(([valor, { nombre }]) => (
                        <option key={valor} value={valor}>
                          {nombre}
                        </option>
                      ))}
                    </Select>
                  </Field>
                  <Field label="Explicación" error={campos[`lineas.${i}.explicacion`]}>
                    <Input
                      value={explicacion}
                      maxLength={200}
                      onChange={(e) => cambiar(l.id_producto, { explicacion: e.target.value })}
                    />
                  </Field>
                </>
              )}
            </div>
          </fieldset>
        );
      })}
    </PasoDeTransferencia>
  );
}
