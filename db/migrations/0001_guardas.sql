-- What the database refuses, whoever asks. Codes KP001… are mapped to sentences in db/errors.ts.

-- 1. Rows that never change.
CREATE FUNCTION rechazar_cambio() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'KP001';
END $$;
--> statement-breakpoint
DO $$
DECLARE tabla text;
BEGIN
  FOREACH tabla IN ARRAY ARRAY['asiento', 'partida', 'movimiento_stock', 'auditoria', 'detalle_venta', 'pago_venta',
    'movimiento_caja', 'precio_producto']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_inmutable', tabla);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_sin_truncate', tabla);
  END LOOP;
  -- Headers and kept balances are never deleted either.
  FOREACH tabla IN ARRAY ARRAY['venta', 'sesion_caja', 'cuenta', 'existencia', 'operacion']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_sin_delete', tabla);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_sin_truncate', tabla);
  END LOOP;
END $$;
--> statement-breakpoint

-- 2. Headers: only the columns named by the trigger's arguments may change.
CREATE FUNCTION rechazar_salvo() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  antes jsonb := to_jsonb(OLD);
  despues jsonb := to_jsonb(NEW);
BEGIN
  IF antes - TG_ARGV IS DISTINCT FROM despues - TG_ARGV THEN
    RAISE EXCEPTION '%: only % may change', TG_TABLE_NAME, array_to_string(TG_ARGV, ', ') USING ERRCODE = 'KP002';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER venta_cabecera BEFORE UPDATE ON venta FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('estado_venta', 'motivo_edicion', 'metodo_pago', 'fecha_modificacion', 'id_user_update', 'updated_at');
--> statement-breakpoint
CREATE TRIGGER sesion_caja_cabecera BEFORE UPDATE ON sesion_caja FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('estado_sesion', 'monto_final_teorico', 'monto_final_real', 'diferencia', 'denominaciones',
    'fecha_cierre', 'id_user_update', 'updated_at');
--> statement-breakpoint
CREATE FUNCTION rechazar_reapertura() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'sesion_caja %: a closed session never changes', OLD.id USING ERRCODE = 'KP003';
END $$;
--> statement-breakpoint
CREATE TRIGGER sesion_caja_cerrada BEFORE UPDATE ON sesion_caja FOR EACH ROW
  WHEN (OLD.estado_sesion = 'CERRADA') EXECUTE FUNCTION rechazar_reapertura();
--> statement-breakpoint
CREATE TRIGGER venta_anulada BEFORE UPDATE ON venta FOR EACH ROW
  WHEN (OLD.estado_venta = 'ANULADA') EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER operacion_respondida BEFORE UPDATE ON operacion FOR EACH ROW
  WHEN (OLD.respuesta IS NOT NULL) EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint

-- 3. Partidas: all of an asiento in one INSERT, Σ = 0, at least two; cash only in an open session of its own caja.
--    The same trigger keeps cuenta.saldo, locking accounts by id.
CREATE FUNCTION asentar_partidas() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE malo bigint;
BEGIN
  SELECT n.id_asiento INTO malo FROM nuevas n GROUP BY n.id_asiento
    HAVING sum(n.importe) <> 0 OR count(*) < 2
      OR count(*) <> (SELECT count(*) FROM partida p WHERE p.id_asiento = n.id_asiento)
    LIMIT 1;
  IF malo IS NOT NULL THEN
    RAISE EXCEPTION 'asiento %: partidas must come together, two or more, and add up to zero', malo USING ERRCODE = 'KP004';
  END IF;

  SELECT n.id_asiento INTO malo FROM nuevas n
    JOIN cuenta c ON c.id = n.id_cuenta AND c.id_caja IS NOT NULL
    JOIN asiento a ON a.id = n.id_asiento
    LEFT JOIN sesion_caja s ON s.id = a.id_sesion_caja
    WHERE a.tipo_documento NOT IN ('saldo_inicial_caja', 'apertura')
      AND (s.id IS NULL OR s.id_caja <> c.id_caja OR s.estado_sesion <> 'ABIERTA')
    LIMIT 1;
  IF malo IS NOT NULL THEN
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
CREATE TRIGGER partida_asentada AFTER INSERT ON partida REFERENCING NEW TABLE AS nuevas
  FOR EACH STATEMENT EXECUTE FUNCTION asentar_partidas();
--> statement-breakpoint
CREATE FUNCTION exigir_partidas() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM partida WHERE id_asiento = NEW.id) THEN
    RAISE EXCEPTION 'asiento %: has no partidas', NEW.id USING ERRCODE = 'KP004';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER asiento_con_partidas AFTER INSERT ON asiento DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION exigir_partidas();
--> statement-breakpoint

-- 4. Kept balances change only through their ledger (depth 1 is a direct statement).
CREATE FUNCTION solo_por_el_libro() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION '%: changes only through its ledger', TG_TABLE_NAME USING ERRCODE = 'KP006';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER cuenta_saldo_por_libro BEFORE UPDATE ON cuenta FOR EACH ROW
  WHEN (OLD.saldo IS DISTINCT FROM NEW.saldo) EXECUTE FUNCTION solo_por_el_libro();
--> statement-breakpoint
CREATE FUNCTION cuenta_nace_en_cero() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'cuenta %: is born with saldo 0', NEW.codigo USING ERRCODE = 'KP006';
END $$;
--> statement-breakpoint
CREATE TRIGGER cuenta_saldo_inicial BEFORE INSERT ON cuenta FOR EACH ROW
  WHEN (NEW.saldo <> 0) EXECUTE FUNCTION cuenta_nace_en_cero();
--> statement-breakpoint
CREATE TRIGGER existencia_por_kardex BEFORE INSERT OR UPDATE ON existencia
  FOR EACH ROW EXECUTE FUNCTION solo_por_el_libro();
--> statement-breakpoint

-- 5. existencia = Σ kardex, kept by the kardex itself. A row that is missing can only be born with what came in.
CREATE FUNCTION mover_existencias() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE existencia e SET cantidad = e.cantidad + m.cantidad, valor = e.valor + m.valor
    FROM (SELECT id_producto, id_sucursal, sum(cantidad) AS cantidad, sum(valor) AS valor
      FROM nuevas GROUP BY id_producto, id_sucursal) m
    WHERE e.id_producto = m.id_producto AND e.id_sucursal = m.id_sucursal;
  INSERT INTO existencia AS e (id_producto, id_sucursal, cantidad, valor)
    SELECT n.id_producto, n.id_sucursal, sum(n.cantidad), sum(n.valor) FROM nuevas n
      WHERE NOT EXISTS (SELECT 1 FROM existencia x WHERE x.id_producto = n.id_producto AND x.id_sucursal = n.id_sucursal)
      GROUP BY n.id_producto, n.id_sucursal ORDER BY n.id_producto, n.id_sucursal
    ON CONFLICT (id_producto, id_sucursal)
      DO UPDATE SET cantidad = e.cantidad + excluded.cantidad, valor = e.valor + excluded.valor;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER movimiento_stock_existencia AFTER INSERT ON movimiento_stock REFERENCING NEW TABLE AS nuevas
  FOR EACH STATEMENT EXECUTE FUNCTION mover_existencias();
--> statement-breakpoint

-- 6. Prices: their history writes itself.
CREATE FUNCTION anotar_precio() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO precio_producto (id_producto, precio, vigente_desde, id_usuario)
    VALUES (NEW.id, NEW.precio_venta, NEW.updated_at, coalesce(NEW.id_user_update, NEW.id_user_create, 0));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER producto_precio_nuevo AFTER INSERT ON producto FOR EACH ROW EXECUTE FUNCTION anotar_precio();
--> statement-breakpoint
CREATE TRIGGER producto_precio_cambia AFTER UPDATE ON producto FOR EACH ROW
  WHEN (OLD.precio_venta IS DISTINCT FROM NEW.precio_venta) EXECUTE FUNCTION anotar_precio();
