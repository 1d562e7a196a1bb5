package fr.passerelle.publication.gar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import fr.passerelle.bilan.Exemples;
import fr.passerelle.generateur.Academie;
import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Reglages;
import fr.passerelle.publication.AtelierDEssai;
import fr.passerelle.publication.Consommateur;
import fr.passerelle.publication.Paquet;
import fr.passerelle.publication.Publications;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An invented académie brought to the directory the real way, deposit by deposit, and its
 * parcels for the GAR.
 */
final class GarDEssai implements AutoCloseable {

	private static final Instant INSTANT = Instant.parse("2025-11-17T08:00:00Z");

	private final AtelierDEssai atelier;

	GarDEssai(Map<String, ?> reglages) {
		Map<String, Object> tous = new HashMap<>(reglages);
		Exemples.dossier().ifPresent((dossier) -> tous.put("passerelle.schemas", dossier));
		this.atelier = new AtelierDEssai(INSTANT, tous);
	}

	/** Schools of so many élèves, the first of this rank, deposited and projected. */
	List<EtablissementAttendu> deposer(int etablissements, int eleves, int rang, int premierDegre, Path dossier) {
		Reglages reglages = Reglages.de(etablissements, eleves, 41, Clock.fixed(INSTANT, ZoneOffset.UTC))
			.depuisRang(rang)
			.avecPremierDegre(premierDegre);
		List<EtablissementAttendu> ecoles = new Academie(reglages).ecrire(dossier).etablissements();
		for (EtablissementAttendu ecole : ecoles) {
			ecole.fichiers()
				.forEach((fichier) -> this.atelier.deposer(ecole.uai(),
						dossier.resolve(ecole.uai()).resolve(fichier.fichier())));
		}
		return ecoles;
	}

	/** Publishes now; the package of the second degree, if there is one. */
	Paquet publier(String consommateur, String... uais) {
		return publier(consommateur, false, uais);
	}

	Paquet publier(String consommateur, boolean confirme, String... uais) {
		Publications publications = bean(Publications.class);
		Consommateur trouve = publications.consommateur("gar", consommateur).orElseThrow();
		return publications.publier(trouve, (uais.length > 0) ? Set.of(uais) : null, "essai", confirme);
	}

	/**
	 * Publishes what the directory would be after these statements, which are undone.
	 */
	Paquet essayer(String sql, String... uais) {
		return essayer(sql, false, uais);
	}

	Paquet essayer(String sql, boolean confirme, String... uais) {
		return new TransactionTemplate(bean(PlatformTransactionManager.class)).execute((etat) -> {
			etat.setRollbackOnly();
			this.atelier.executer(sql);
			return publier("defaut", confirme, uais);
		});
	}

	List<String> lire(String sql, Object... parametres) {
		return this.atelier.lire(sql, parametres);
	}

	Path outbox(String consommateur) {
		return this.atelier.outbox("gar", consommateur);
	}

	/** The plain files of a package. */
	List<Path> fichiers(Paquet paquet) {
		try (Stream<Path> fichiers = Files.list(outbox(paquet.consommateur()).resolve(paquet.paquet()))) {
			return fichiers.sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	<T> T bean(Class<T> type) {
		return this.atelier.bean(type);
	}

	@Override
	public void close() {
		this.atelier.close();
	}

}
