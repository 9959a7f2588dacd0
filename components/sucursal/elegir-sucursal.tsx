import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';

type ElegirSucursalProps = {
  sucursales: readonly { id: number; nombre: string }[];
  value: number | string | null;
  onValueChange: (id: number | null) => void;
  /** What choosing none of them is called; absent where one must be chosen. */
  ninguna?: string;
  label?: string;
  hideLabel?: boolean;
  error?: string | undefined;
  name?: string;
  disabled?: boolean;
  className?: string;
};

/** Which branch: of every list and form that asks for one. */
export function ElegirSucursal({
  sucursales,
  value,
  onValueChange,
  ninguna,
  label = 'Sucursal',
  hideLabel = false,
  error,
  name,
  disabled = false,
  className = '',
}: ElegirSucursalProps) {
  return (
    <Field label={label} hideLabel={hideLabel} error={error} className={className}>
      <Select
        name={name}
        disabled={disabled}
        value={value ?? ''}
        onChange={(event) => onValueChange(Number(event.target.value) || null)}
      >
        {ninguna !== undefined && <option value="">{ninguna}</option>}
        {sucursales.map((s) => (
          <option key={s.id} value={s.id}>
            {s.nombre}
          </option>
        ))}
      </Select>
    </Field>
  );
}
