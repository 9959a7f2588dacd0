'use client';

import { Plus, Scale, Trash2 } from 'lucide-react';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import { formatBs } from '@/lib/money';
import { formatCantidad } from '@/lib/quantity';
import { configurarBalanzaAction } from '@/lib/venta/actions';
import { esFormatoBalanza, leerBalanza } from '@/lib/venta/rules';

const PREFIJOS = Array.from({ length: 10 }, (_, i) => String(20 + i));

/** What comes after the first two digits, before the check digit: the usual scales of the market. */
const CUERPOS: readonly (readonly [cuerpo: string, nombre: string])[] = [
  ['AAAAAPPPPP', 'Artículo de 5 dígitos y peso en gramos'],
  ['AAAAAIIIII', 'Artículo de 5 dígitos e importe'],
  ['AAAAXPPPPP', 'Artículo de 4 dígitos, verificador y peso en gramos'],
  ['AAAAXIIIII', 'Artículo de 4 dígitos, verificador e importe'],
  ['AAAAAXIIII', 'Artículo de 5 dígitos, verificador e importe de 4'],
  ['AAAAAAPPPP', 'Artículo de 6 dígitos y peso de 4'],
  ['AAAAAAIIII', 'Artículo de 6 dígitos e importe de 4'],
];

/** The formats of the branch, with a label to try them on. */
export function FormatosBalanza({ formatos: guardados }: { formatos: readonly string[] }) {
  const [formatos, setFormatos] = useState([...guardados]);
  const [falla, setFalla] = useState<string | null>(null);
  const [guardando, guardar] = useTransition();
  const libre = PREFIJOS.find((p) => !formatos.some((f) => f.startsWith(p)));
  const cambiado = formatos.join() !== guardados.join();

  const cambiar = (i: number, formato: string) => setFormatos(formatos.map((f, k) => (k === i ? formato : f)));

  return (
    <div className="grid max-w-3xl gap-4">
      <Card title="Formatos">
        {formatos.length === 0 ? (
          <EmptyState
            icon={Scale}
            title="Esta sucursal no tiene balanza con etiquetas"
            description="Si la tiene, agregue cómo empiezan sus códigos y qué dicen."
          />
        ) : (
          <ul className="flex flex-col gap-3">
            {formatos.map((formato, i) => (
              <li key={formato.slice(0, 2)} className="grid grid-cols-[5.5rem_minmax(0,1fr)_auto] items-end gap-2">
                <Field label="Empieza con">
                  <Select value={formato.slice(0, 2)} onChange={(e) => cambiar(i, e.target.value + formato.slice(2))}>
                    {PREFIJOS.filter((p) => p === formato.slice(0, 2) || !formatos.some((f) => f.startsWith(p))).map(
                      (p) => (
                        <option key={p}>{p}</option>
                      ),
                    )}
                  </Select>
                </Field>
                <Field label="Sigue">
                  <Select
                    value={formato.slice(2, -1)}
                    onChange={(e) => cambiar(i, `${formato.slice(0, 2)}${e.target.value}C`)}
                  >
                    {CUERPOS.map(([cuerpo, nombre]) => (
                      <option key={cuerpo} value={cuerpo}>
                        {nombre}
                      </option>
                    ))}
                    {!CUERPOS.some(([cuerpo]) => cuerpo === formato.slice(2, -1)) && (
                      <option value={formato.slice(2, -1)}>{formato}</option>
                    )}
                  </Select>
                </Field>
                <Button
                  variant="fantasma"
                  aria-label={`Quitar el formato ${formato}`}
                  icon={<Trash2 aria-hidden="true" />}
                  onClick={() => setFormatos(formatos.filter((_, k) => k !== i))}
                />
              </li>
            ))}
          </ul>
        )}
        <div className="mt-4 flex flex-wrap justify-between gap-2">
          <Button
            icon={<Plus aria-hidden="true" />}
            disabled={!libre}
            onClick={() => setFormatos([...formatos, `${libre}AAAAAPPPPPC`])}
          >
            Agregar un formato
          </Button>
          <Button
            variant="primario"
            pendiente={guardando}
            disabled={!cambiado || !formatos.every(esFormatoBalanza)}
            onClick={() =>
              guardar(async () => {
                const hecho = await configurarBalanzaAction({ formatos }).catch(() => null);
                setFalla(hecho?.ok ? null : (hecho?.message ?? 'El servidor no respondió.'));
                if (hecho?.ok) toast.success('Formatos guardados');
              })
            }
          >
            Guardar
          </Button>
        </div>
        {falla && (
          <Notice tone="falta" alert className="mt-4">
            {falla}
          </Notice>
        )}
      </Card>
      <Prueba formatos={formatos} />
      <p className="text-sm text-pretty text-tinta-2">
        Un código que empieza con 2 se busca primero entero en el catálogo, porque también hay productos de fábrica que
        empiezan así. El artículo de la etiqueta es el código de barras del producto: con o sin los ceros de adelante.
      </p>
    </div>
  );
}

/** A label read with the formats as they stand, saved or not. */
function Prueba({ formatos }: { formatos: readonly string[] }) {
  const [codigo, setCodigo] = useState('');
  const limpio = codigo.trim();
  const etiqueta = leerBalanza(limpio, formatos);
  return (
    <Card title="Probar con una etiqueta">
      <Field label="Código de la etiqueta" hint="Escanee una etiqueta de la balanza, o escriba sus 13 dígitos.">
        <Input
          inputMode="numeric"
          autoComplete="off"
          value={codigo}
          onChange={(event) => setCodigo(event.target.value)}
        />
      </Field>
      <p role="status" className="num mt-3 min-h-6 font-medium">
        {etiqueta &&
          `Artículo ${etiqueta.articulos[2]} · ${
            etiqueta.milesimas === null ? formatBs(etiqueta.centavos) : `${formatCantidad(etiqueta.milesimas)} kg`
          }`}
        {limpio.length >= 13 && !etiqueta && (
          <span className="text-aviso">Ningún formato la entiende, o su último dígito no corresponde.</span>
        )}
      </p>
    </Card>
  );
}
