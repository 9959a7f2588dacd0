-- What a count found never changes; a task is resolved once, and never deleted.
DO $$
DECLARE tabla text;
BEGIN
  FOREACH tabla IN ARRAY ARRAY['conteo_externo', 'recuento_caja'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_inmutable', tabla);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_sin_truncate', tabla);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE TRIGGER tarea_sin_delete BEFORE DELETE ON tarea FOR EACH ROW EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER tarea_sin_truncate BEFORE TRUNCATE ON tarea FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER tarea_cabecera BEFORE UPDATE ON tarea FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('estado', 'resuelta_por', 'resuelta_en', 'resolucion');
--> statement-breakpoint
CREATE TRIGGER tarea_terminada BEFORE UPDATE ON tarea FOR EACH ROW
  WHEN (OLD.estado = 'RESUELTA') EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
-- The shop's own account is the first whose app a close may compare.
UPDATE cuenta SET externa = 'banco' WHERE codigo LIKE 'banco.S%';
--> statement-breakpoint
-- Cash moves only in an open session of its own caja; a recount is the one entry that corrects the drawer of a closed one,
-- and only while nobody has opened that caja again.
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
      AND (s.id IS NULL OR s.id_caja <> c.id_caja
        OR CASE WHEN a.tipo_documento = 'recuento_caja'
          THEN s.estado_sesion <> 'CERRADA' OR EXISTS (SELECT 1 FROM sesion_caja o
            WHERE o.id_caja = s.id_caja AND (o.fecha_apertura, o.id) > (s.fecha_apertura, s.id))
          ELSE s.estado_sesion <> 'ABIERTA' OR (a.tipo_documento <> 'cierre' AND a.fecha > s.contando_desde) END)
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
