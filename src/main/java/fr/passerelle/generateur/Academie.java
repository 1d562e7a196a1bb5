package fr.passerelle.generateur;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;

import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Etablissement.Nature;

/**
 * An invented académie. Whatever its size, only some fifty élèves of a school are in
 * memory at a time; schools are independent of one another and written side by side.
 */
public final class Academie {

	/**
	 * Anomalies are in one collège of three, in that of New Caledonia, in the first
	 * école.
	 */
	private static final int PERIODE_DES_FAUTIFS = 3;

	private static final int MINIMUM_POUR_UN_MELANGE = 5;

	private final Reglages reglages;

	public Academie(Reglages reglages) {
		this.reglages = reglages;
	}

	/** The UAI of the schools: collèges first, then écoles. */
	public List<String> uais() {
		return IntStream.range(0, this.reglages.etablissements())
			.mapToObj((place) -> etablissement(place).uai().code())
			.toList();
	}

	/** Writes every school in a folder of its own, then {@code attendu.json}. */
	public Attendu ecrire(Path dossier) {
		List<EtablissementAttendu> etablissements = IntStream.range(0, this.reglages.etablissements())
			.parallel()
			.mapToObj((place) -> ecrireEtablissement(place, dossier))
			.toList();
		Attendu attendu = new Attendu(this.reglages.graine(), annee(Territoire.METROPOLE).valeur(), etablissements);
		try {
			new ObjectMapper().writerWithDefaultPrettyPrinter()
				.writeValue(Files.createDirectories(dossier).resolve("attendu.json").toFile(), attendu);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("writing attendu.json in " + dossier, ex);
		}
		return attendu;
	}

	/** Writes one school, the first being 0, in the folder of its UAI. */
	public EtablissementAttendu ecrireEtablissement(int place, Path dossier) {
		Etablissement etablissement = etablissement(place);
		Path sien = dossier.resolve(etablissement.uai().code());
		return (etablissement.nature() == Nature.ECOLE) ? new EcoleWriter(etablissement, sien).ecrire()
				: new CollegeWriter(etablissement, sien).ecrire();
	}

	private Etablissement etablissement(int place) {
		int colleges = this.reglages.etablissements()
				- this.reglages.etablissements() * this.reglages.premierDegre() / 100;
		boolean college = place < colleges;
		Territoire territoire = territoire(place == colleges - 1);
		boolean fautif = this.reglages.anomalies() && (place == colleges
				|| college && (place % PERIODE_DES_FAUTIFS == 0 || territoire == Territoire.NOUVELLE_CALEDONIE));
		int rang = this.reglages.premierRang() + place;
		return new Etablissement(rang, college ? Nature.COLLEGE : Nature.ECOLE, annee(territoire), fautif,
				this.reglages, new Tirage(this.reglages.graine()).sous(rang));
	}

	/** In a mix, the last collège is the one of New Caledonia. */
	private Territoire territoire(boolean dernierCollege) {
		if (this.reglages.territoire() != null) {
			return this.reglages.territoire();
		}
		boolean melange = this.reglages.etablissements() >= MINIMUM_POUR_UN_MELANGE;
		return (melange && dernierCollege) ? Territoire.NOUVELLE_CALEDONIE : Territoire.METROPOLE;
	}

	private Annee annee(Territoire territoire) {
		return new Annee(territoire, (this.reglages.annee() != null) ? this.reglages.annee()
				: territoire.derniereRentree(this.reglages.jour()));
	}

}
