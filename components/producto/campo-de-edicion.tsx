'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MoneyField } from '@/components/ui/money-field';
import { QuantityField } from '@/components/ui/quantity-field';
import { Select } from '@/components/ui/select';
import { jsonDeCentavos } from '@/lib/money';
import type { EnArbol } from '@/lib/producto/rules';
import type { CategoriaDto } from '@/lib/producto/schemas';
import { jsonDeMilesimas } from '@/lib/quantity';

const CAMPOS = {
  precio_porcentaje: 'Subir o bajar el precio, en %',
  precio_venta: 'Poner un precio',
  id_categoria: 'Pasar a una categoría',
  stock_minimo: 'Poner el stock mínimo',
  dias_cobertura: 'Poner los días de cobertura',
  favorito: 'Marcar como favoritos, o no',
  tratamiento: 'Cambiar el impuesto',
  politica_sobreventa: 'Cuando no alcanza la existencia',
} as const;
type CampoEscrito = keyof typeof CAMPOS;

/** The change as it is being written: text and figures, centavos and thousandths. */
export type CambioEscrito = { campo: CampoEscrito; texto: string; numero: number | null; redondeo: string };

/** A change of a field, still without its value. */
export function cambioVacio(campo: CampoEscrito): CambioEscrito {
  return { campo, texto: '', numero: null, redondeo: '0.1' };
}

/** The change as the wire has it; `null` while something is missing. */
export function cuerpoDeCambio({ campo, texto, numero, redondeo }: CambioEscrito) {
  switch (campo) {
    case 'precio_porcentaje': {
      const valor = Number(texto.replace(',', '.').replace('−', '-'));
      return texto.trim() === '' || !Number.isFinite(valor) || valor === 0
        ? null
        : { campo, valor, redondeo: Number(redondeo) };
    }
    case 'precio_venta':
      return numero === null ? null : { campo, valor: jsonDeCentavos(numero) };
    case 'stock_minimo':
      return numero === null ? null : { campo, valor: jsonDeMilesimas(numero) };
    case 'dias_cobertura':
      return { campo, valor: texto.trim() === '' ? null : Number(texto) };
    case 'id_categoria':
      return texto === '' ? null : { campo, valor: Number(texto) };
    case 'favorito':
      return texto === '' ? null : { campo, valor: texto === 'si' };
    default:
      return texto === '' ? null : { campo, valor: texto };
  }
}

const OPCIONES: Partial<Record<CampoEscrito, readonly (readonly [string, string])[]>> = {
  favorito: [
    ['si', 'Favoritos'],
    ['no', 'No favoritos'],
  ],
  tratamiento: [
    ['GRAVADO', 'Gravado, IVA incluido'],
    ['EXENTO', 'Exento'],
    ['TASA_CERO', 'Tasa cero'],
  ],
  politica_sobreventa: [
    ['RECHAZAR', 'No se vende'],
    ['AVISAR', 'Se avisa y se vende, con permiso'],
  ],
};

type CampoDeEdicionProps = {
  cambio: CambioEscrito;
  onCambio: (cambio: CambioEscrito) => void;
  categorias: readonly EnArbol<CategoriaDto>[];
};

/** What to change, and to what. */
export function CampoDeEdicion({ cambio, onCambio, categorias }: CampoDeEdicionProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Qué cambiar">
        <Select value={cambio.campo} onChange={(event) => onCambio(cambioVacio(event.target.value as CampoEscrito))}>
          {Object.entries(CAMPOS).map(([campo, nombre]) => (
            <option key={campo} value={campo}>
              {nombre}
            </option>
          ))}
        </Select>
      </Field>
      <ValorDeEdicion cambio={cambio} onCambio={onCambio} categorias={categorias} />
    </div>
  );
}

function ValorDeEdicion({ cambio, onCambio, categorias }: CampoDeEdicionProps) {
  const { campo, texto, numero, redondeo } = cambio;
  const conTexto = (nuevo: string) => onCambio({ ...cambio, texto: nuevo });
  if (campo === 'precio_porcentaje') {
    return (
      <div className="grid grid-cols-2 gap-2">
        <Field label="Porcentaje" hint="Con − baja: −5">
          <Input value={texto} onChange={(e) => conTexto(e.target.value)} inputMode="text" className="num" suffix="%" />
        </Field>
        <Field label="Redondear a">
          <Select value={redondeo} onChange={(e) => onCambio({ ...cambio, redondeo: e.target.value })}>
            <option value="0.01">0,01</option>
            <option value="0.1">0,10</option>
            <option value="0.5">0,50</option>
            <option value="1">1,00</option>
          </Select>
        </Field>
      </div>
    );
  }
  if (campo === 'precio_venta') {
    return (
      <Field label="Precio">
        <MoneyField value={numero} onValueChange={(n) => onCambio({ ...cambio, numero: n })} />
      </Field>
    );
  }
  if (campo === 'stock_minimo') {
    return (
      <Field label="Avisar al llegar a">
        <QuantityField value={numero} onValueChange={(n) => onCambio({ ...cambio, numero: n })} unidad="" />
      </Field>
    );
  }
  if (campo === 'dias_cobertura') {
    return (
      <Field label="Días" hint="Vacío: sin días de cobertura.">
        <Input
          value={texto}
          onChange={(e) => conTexto(e.target.value.replace(/\D/g, ''))}
          inputMode="numeric"
          maxLength={3}
          className="num"
        />
      </Field>
    );
  }
  const opciones =
    campo === 'id_categoria'
      ? categorias.map((c) => [String(c.id), `${'\u2003'.repeat(c.nivel)}${c.nombre}`] as const)
      : (OPCIONES[campo] ?? []);
  return (
    <Field label="A qué">
      <Select value={texto} onChange={(e) => conTexto(e.target.value)}>
        <option value="">Elegir…</option>
        {opciones.map(([valor, nombre]) => (
          <option key={valor} value={valor}>
            {nombre}
          </option>
        ))}
      </Select>
    </Field>
  );
}
