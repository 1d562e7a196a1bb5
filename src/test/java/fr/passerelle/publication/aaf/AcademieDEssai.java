package fr.passerelle.publication.aaf;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.generateur.Generation;
import fr.passerelle.plateforme.Maison;
import fr.passerelle.publication.AtelierDEssai;
import fr.passerelle.publication.Consommateur;
import fr.passerelle.publication.Paquet;
import fr.passerelle.publication.Publications;
import fr.passerelle.publication.RecherchePaquets;

/**
 * Invented schools, deposited, applied, projected and published in one thread, on the
 * real database: without routes nor broker.
 */
public final class AcademieDEssai implements AutoCloseable {

	private static final Clock HORLOGE = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

	private final AtelierDEssai atelier = new AtelierDEssai(HORLOGE.instant(), Map.of());

	private final List<String> uais = new ArrayList<>();

	/** Invents schools and deposits all their files. */
	public AcademieDEssai peupler(String... options) {
		Path dossier = bean(Maison.class).racine().resolve("academie" + this.uais.size());
		List<String> mots = new ArrayList<>(Arrays.asList(options));
		mots.addAll(List.of("--dossier", dossier.toString()));
		PrintStream muet = new PrintStream(PrintStream.nullOutputStream());
		if (Generation.commande(mots.toArray(String[]::new), HORLOGE, muet, System.err) != 0) {
			throw new IllegalArgumentException("generer " + mots);
		}
		try {
			JsonNode attendu = new ObjectMapper().readTree(dossier.resolve("attendu.json").toFile());
			attendu.get("etablissements").forEach((ecole) -> deposer(dossier, ecole));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

	private void deposer(Path dossier, JsonNode ecole) {
		String uai = ecole.get("uai").asText();
		this.uais.add(uai);
		ecole.get("fichiers")
			.forEach((fichier) -> deposer(uai, dossier.resolve(uai).resolve(fichier.get("fichier").asText())));
	}

	/** Drops a file in the folder of a school; a refused one changes nothing. */
	public void deposer(String uai, Path fichier) {
		this.atelier.deposer(uai, fichier);
	}

	/** Schools in the order they were invented. */
	public List<String> uais() {
		return List.copyOf(this.uais);
	}

	/** Several statements. */
	public AcademieDEssai executer(String sql) {
		this.atelier.executer(sql);
		return this;
	}

	public List<String> lire(String sql, Object... parametres) {
		return this.atelier.lire(sql, parametres);
	}

	/** Publishes for a consumer of these schools, all without any; the first parcel. */
	Paquet publier(String nom, boolean delta, String... siens) {
		return publier(consommateur(nom, delta, siens), false);
	}

	/** Publishes for a consumer that has these fields. */
	Paquet publier(String nom, List<String> champs, String... siens) {
		return publier(new Consommateur(nom, "aaf", "", List.of(siens), false, 0, champs, "dossier", ""), false);
	}

	/** The same, a person confirming that what is lost is to be lost. */
	Paquet confirmer(String nom, String... siens) {
		return publier(consommateur(nom, false, siens), true);
	}

	private Paquet publier(Consommateur consommateur, boolean confirme) {
		return bean(Publications.class).publier(consommateur, null, "essai", confirme);
	}

	/** Publishes for the consumer that every feed has, of one school only. */
	Paquet publier(String uai) {
		Publications publications = bean(Publications.class);
		return publications.publier(publications.consommateur("aaf", null).orElseThrow(), Set.of(uai), "essai", false);
	}

	private static Consommateur consommateur(String nom, boolean delta, String... siens) {
		return new Consommateur(nom, "aaf", "", (siens.length > 0) ? List.of(siens) : List.of("*"), delta, 0, List.of(),
				"dossier", "");
	}

	/** The packages of a consumer whose name ends so, the last one first. */
	List<Paquet> paquets(String consommateur, String fin) {
		return bean(Publications.class).chercher(RecherchePaquets.de("aaf"), 0, 500)
			.stream()
			.filter((paquet) -> paquet.consommateur().equals(consommateur) && paquet.paquet().endsWith(fin))
			.toList();
	}

	/** The folder of a package. */
	Path dossier(Paquet paquet) {
		return this.atelier.outbox("aaf", paquet.consommateur()).resolve(paquet.paquet());
	}

	public <T> T bean(Class<T> type) {
		return this.atelier.bean(type);
	}

	@Override
	public void close() {
		this.atelier.close();
	}

}
