'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { MAXIMO_NOMBRE, UNIDADES } from '@/lib/producto/rules';
import { CampoCategoria, type OpcionCategoria } from './campo-categoria';
import { CampoCodigo } from './campo-codigo';
import { UNIDAD_EN_PALABRAS } from './unidades';
import type { Valores } from './valores';

/** What every group of fields of the form takes. */
export type GrupoProps = {
  valores: Valores;
  cambiar: (cambio: Partial<Valores>) => void;
  /** The sentence of a refusal, by the wire's field name. */
  campos: Readonly<Record<string, string>>;
};

type CamposIdentidadProps = GrupoProps & {
  categorias: readonly OpcionCategoria[];
  idPropio: number | null;
  onEscaneado: () => void;
  /** Changes when the form starts afresh: the code takes the focus again. */
  ronda: number;
};

/** Code, name, category, unit and whether it stands first at the counter. */
export function CamposIdentidad(props: CamposIdentidadProps) {
  const { valores, cambiar, campos, categorias, idPropio, onEscaneado, ronda } = props;
  return (
    <div className="flex flex-col gap-4">
      <CampoCodigo
        key={ronda}
        value={valores.codigo}
        onValueChange={(codigo) => cambiar({ codigo })}
        idPropio={idPropio}
        error={campos.codigo_barras}
        onEnter={onEscaneado}
        autoFocus={idPropio === null && valores.codigo === ''}
      />
      <Field label="Nombre" error={campos.nombre}>
        <Input
          name="nombre"
          value={valores.nombre}
          onChange={(event) => cambiar({ nombre: event.target.value })}
          maxLength={MAXIMO_NOMBRE}
          placeholder="Leche PIL entera 946 ml"
          autoFocus={idPropio === null && valores.codigo !== ''}
        />
      </Field>
      <CampoCategoria
        categorias={categorias}
        value={valores.idCategoria}
        onValueChange={(idCategoria) => cambiar({ idCategoria })}
        error={campos.id_categoria}
      />
      <div className="flex flex-col gap-1.5">
        <span aria-hidden="true" className="text-sm font-medium">
          Se vende por
        </span>
        <Segmented
          label="Se vende por"
          size="normal"
          options={UNIDADES.map((value) => ({ value, label: UNIDAD_EN_PALABRAS[value].nombre }))}
          value={valores.unidad}
          onValueChange={(unidad) => cambiar({ unidad })}
        />
      </div>
      <Checkbox
        label="Favorito"
        hint="Aparece entre los primeros del mostrador."
        checked={valores.favorito}
        onChange={(event) => cambiar({ favorito: event.target.checked })}
      />
    </div>
  );
}
