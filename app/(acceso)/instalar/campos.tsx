import type { ComponentProps } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Segmented } from '@/components/ui/segmented';
import { PASSWORD_MINIMO } from '@/lib/instalacion/rules';
import type { Campo, Datos } from './pasos';

type Props = {
  paso: number;
  datos: Datos;
  faltas: Readonly<Record<string, string>>;
  onEscribir: (campo: Campo, valor: string) => void;
};

type LineaProps = { campo: Campo; label: string; hint?: string; opcional?: boolean } & ComponentProps<typeof Input>;

const GENEROS = [
  { value: 'F', label: 'Femenino' },
  { value: 'M', label: 'Masculino' },
] as const;

/** The fields of one step of the wizard. */
export function CamposDelPaso({ paso, datos, faltas, onEscribir }: Props) {
  const linea = ({ campo, label, hint, opcional = false, ...resto }: LineaProps) => (
    <Field key={campo} label={label} hint={hint} error={faltas[campo]} opcional={opcional}>
      <Input
        {...resto}
        name={campo}
        size="mostrador"
        value={datos[campo]}
        onChange={(event) => onEscribir(campo, event.target.value)}
      />
    </Field>
  );
  if (paso === 0) {
    return (
      <>
        {linea({ campo: 'tienda', label: 'Nombre de la tienda', autoComplete: 'organization' })}
        {linea({
          campo: 'sucursal',
          label: 'Primera sucursal',
          hint: 'Sale en los recibos. Después se pueden abrir más.',
        })}
        {linea({ campo: 'direccion', label: 'Dirección', opcional: true, autoComplete: 'street-address' })}
        {linea({ campo: 'telefono', label: 'Teléfono', opcional: true, type: 'tel', autoComplete: 'tel' })}
      </>
    );
  }
  if (paso === 1) {
    return (
      <>
        {linea({ campo: 'nombres', label: 'Nombres', autoComplete: 'given-name' })}
        <div className="grid gap-6 sm:grid-cols-2">
          {linea({ campo: 'p_apellido', label: 'Primer apellido', autoComplete: 'family-name' })}
          {linea({ campo: 's_apellido', label: 'Segundo apellido', opcional: true })}
          {linea({ campo: 'fecha_nacimiento', label: 'Fecha de nacimiento', type: 'date', autoComplete: 'bday' })}
          <div className="flex flex-col gap-1.5">
            <span className="text-sm font-medium">Género</span>
            <Segmented
              label="Género"
              options={GENEROS}
              value={datos.genero === 'M' ? 'M' : 'F'}
              onValueChange={(valor) => onEscribir('genero', valor)}
            />
          </div>
        </div>
        {linea({
          campo: 'email',
          label: 'Correo',
          hint: 'Con él se ingresa.',
          type: 'email',
          autoComplete: 'username',
          autoCapitalize: 'none',
          spellCheck: false,
        })}
        {linea({
          campo: 'password',
          label: 'Contraseña',
          hint: `${PASSWORD_MINIMO} caracteres o más: varias palabras sirven.`,
          type: 'password',
          autoComplete: 'new-password',
        })}
      </>
    );
  }
  return (
    <>
      <Notice>La clave aparece en la consola donde se ejecutó npm start. Cada arranque muestra una nueva.</Notice>
      {linea({
        campo: 'clave',
        label: 'Clave de instalación',
        hint: 'Cuatro grupos de cinco signos; los guiones no importan.',
        autoCapitalize: 'characters',
        spellCheck: false,
        className: 'num',
      })}
    </>
  );
}
