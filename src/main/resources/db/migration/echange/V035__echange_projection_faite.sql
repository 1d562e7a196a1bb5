-- Quand les magasins d'un établissement ont suivi pour la dernière fois : la fraîcheur de l'annuaire ENT et du LSU.
CREATE TABLE echange.projection_faite (
    uai            text        NOT NULL,
    annee_scolaire integer     NOT NULL,
    numero         bigint      NOT NULL REFERENCES echange.depot,
    faite_le       timestamptz NOT NULL,
    PRIMARY KEY (uai, annee_scolaire)
);
COMMENT ON TABLE echange.projection_faite IS 'Dernière mise à jour du LSU et de l''annuaire ENT de chaque établissement, et le dépôt qui l''a demandée';
GRANT SELECT ON echange.projection_faite TO passerelle_controle;
