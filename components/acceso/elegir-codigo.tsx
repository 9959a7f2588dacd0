import { useState } from 'react';
import { DIGITOS_DE_CODIGO } from './codigo-equipo';
import { TecladoPin } from './teclado-pin';

/** Chooses the code of this device: twice the same, or again from the start. */
export function ElegirCodigo({ onCodigo }: { onCodigo: (codigo: string) => void }) {
  const [primero, setPrimero] = useState<string | null>(null);
  const [distinto, setDistinto] = useState(false);
  return (
    <TecladoPin
      key={primero === null ? 'primero' : 'otra-vez'}
      digitos={DIGITOS_DE_CODIGO}
      label={primero === null ? `Elija un código de ${DIGITOS_DE_CODIGO} números` : 'Escríbalo otra vez'}
      rechazo={distinto ? 'No eran iguales. Elija otra vez.' : null}
      pendiente={false}
      onPin={(codigo) => {
        setDistinto(primero !== null && primero !== codigo);
        if (primero === null) setPrimero(codigo);
        else if (primero === codigo) onCodigo(codigo);
        else setPrimero(null);
      }}
    />
  );
}
