-- 1. While a drawer is being counted only its close moves its cash. What happened before the count began still enters (a ticket
--    that was sold offline and arrives now): its money is in the drawer, and is being counted.
CREATE OR REPLACE FUNCTION asentar_partidas() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  malo bigint;
  contando boolean;
BEGIN
  SELECT n.id_asiento INTO malo FROM nuevas n GROUP BY n.id_asiento
    HAVING sum(n.importe) <> 0 OR count(*) < 2
      OR count(*) <> (SELECT count(*) FROM partida p WHERE p.id_asiento = n.id_asiento)
    LIMIT 1;
  IF malo IS NOT NULL THEN
    RAISE EXCEPTION 'asiento %: partidas must come together, two or more, and add up to zero', malo USING ERRCODE = 'KP004';
  END IF;

  SELECT n.id_asiento, coalesce(s.id_caja = c.id_caja AND s.estado_sesion = 'ABIERTA', false) INTO malo, contando FROM nuevas n
    JOIN cuenta c ON c.id = n.id_cuenta AND c.id_caja IS NOT NULL
    JOIN asiento a ON a.id = n.id_asiento
    LEFT JOIN sesion_caja s ON s.id = a.id_sesion_caja
    WHERE a.tipo_documento NOT IN ('saldo_inicial_caja', 'apertura')
      AND (s.id IS NULL OR s.id_caja <> c.id_caja OR s.estado_sesion <> 'ABIERTA'
        OR (a.tipo_documento <> 'cierre' AND a.fecha > s.contando_desde))
    LIMIT 1;
  IF malo IS NOT NULL AND contando THEN
    RAISE EXCEPTION 'asiento %: the drawer of its session is being counted', malo USING ERRCODE = 'KP007';
  ELSIF malo IS NOT NULL THEN
    RAISE EXCEPTION 'asiento %: cash moves only in an open session of its own caja', malo USING ERRCODE = 'KP005';
  END IF;

  -- NO KEY: the foreign key of partida already holds these rows FOR KEY SHARE, and two entries must not wait for each other.
  PERFORM 1 FROM cuenta c WHERE c.saldo IS NOT NULL AND c.id IN (SELECT id_cuenta FROM nuevas) ORDER BY c.id FOR NO KEY UPDATE;
  UPDATE cuenta c SET saldo = c.saldo + m.importe
    FROM (SELECT id_cuenta, sum(importe) AS importe FROM nuevas GROUP BY id_cuenta) m
    WHERE c.id = m.id_cuenta AND c.saldo IS NOT NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint

-- 2. A session is born open, neither counted nor closed, and the count may be begun and given up.
DROP TRIGGER sesion_caja_cabecera ON sesion_caja;
--> statement-breakpoint
CREATE TRIGGER sesion_caja_cabecera BEFORE UPDATE ON sesion_caja FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('estado_sesion', 'monto_final_teorico', 'monto_final_real', 'diferencia', 'denominaciones',
    'fecha_cierre', 'contando_desde', 'contando_por', 'id_user_update', 'updated_at');
--> statement-breakpoint

-- 3. Transfers and the evidence of a movement never change.
CREATE TRIGGER traspaso_caja_inmutable BEFORE UPDATE OR DELETE ON traspaso_caja FOR EACH ROW EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER traspaso_caja_sin_truncate BEFORE TRUNCATE ON traspaso_caja FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER archivo_de_caja BEFORE UPDATE OR DELETE ON archivo FOR EACH ROW
  WHEN (OLD.tipo_documento IN ('movimiento_caja', 'traspaso_caja')) EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
-- A reason may be renamed or retired; what it is in the libro stays, or its past would change with it.
CREATE TRIGGER motivo_caja_cabecera BEFORE UPDATE ON motivo_caja FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('nombre', 'pide_detalle', 'estado', 'id_user_update', 'updated_at');
--> statement-breakpoint
CREATE TRIGGER motivo_caja_sin_delete BEFORE DELETE ON motivo_caja FOR EACH ROW EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint

-- 4. The safe of each branch, and the reasons every shop starts with.
INSERT INTO cuenta (codigo, nombre, tipo, id_sucursal, saldo, saldo_minimo)
  SELECT 'caja_fuerte.S' || id, 'Caja fuerte', 'activo', id, 0, 0 FROM sucursal ORDER BY id
  ON CONFLICT (codigo) DO NOTHING;
--> statement-breakpoint
INSERT INTO motivo_caja (tipo, nombre, tipo_cuenta, general, pide_detalle) VALUES
  ('INGRESO', 'Otro ingreso', 'ingreso', true, true),
  ('INGRESO', 'Aporte del dueño', 'patrimonio', false, false),
  ('INGRESO', 'Devolución de un proveedor', 'ingreso', false, true),
  ('INGRESO', 'Venta de envases y cartones', 'ingreso', false, false),
  ('EGRESO', 'Otro gasto', 'gasto', true, true),
  ('EGRESO', 'Retiro del dueño', 'patrimonio', false, false),
  ('EGRESO', 'Transporte y pasajes', 'gasto', false, false),
  ('EGRESO', 'Refrigerio del personal', 'gasto', false, false),
  ('EGRESO', 'Luz, agua, gas e Internet', 'gasto', false, false),
  ('EGRESO', 'Alquiler', 'gasto', false, false),
  ('EGRESO', 'Limpieza y bolsas', 'gasto', false, false),
  ('EGRESO', 'Adelanto de sueldo', 'gasto', false, true),
  ('EGRESO', 'Reparaciones y mantenimiento', 'gasto', false, true),
  ('EGRESO', 'Impuestos y patentes', 'gasto', false, false);
