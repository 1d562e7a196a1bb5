package fr.passerelle.controle;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import fr.passerelle.journal.FluxAppliques;
import fr.passerelle.noyau.Uai;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the circumstances of a deposit from the ledger and the settings. */
final class ContexteReader implements Memoire {

	private final JdbcClient jdbc;

	private final FluxAppliques appliques;

	private final EtablissementsReglages reglages;

	ContexteReader(JdbcClient jdbc, FluxAppliques appliques, EtablissementsReglages reglages) {
		this.jdbc = jdbc;
		this.appliques = appliques;
		this.reglages = reglages;
	}

	/**
	 * The circumstances of a deposit made now.
	 * @param uaiAnnonce the school of the folder or given by the caller, null when
	 * unknown
	 * @param uaisAutorisees the schools the account acts for, null for all
	 */
	public Contexte lire(String uaiAnnonce, Set<String> uaisAutorisees, Instant instant) {
		return new Contexte(uaiAnnonce, uaisAutorisees, this.reglages.etablissements(), instant, this);
	}

	@Override
	public Map<String, Integer> anneesVues(Uai uai) {
		return this.jdbc.sql("SELECT systeme, annee_scolaire FROM echange.millesime_vu WHERE uai = ?")
			.param(uai.code())
			.query((ligne, rang) -> Map.entry(ligne.getString(1), ligne.getInt(2)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	@Override
	public Optional<LocalDateTime> dernierHorodatage(Uai uai, int anneeScolaire, String flux) {
		return this.appliques.dernierExport(uai.code(), anneeScolaire, flux);
	}

}
