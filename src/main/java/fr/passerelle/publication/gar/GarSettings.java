package fr.passerelle.publication.gar;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code passerelle.gar}.
 *
 * @param versions of each degree, what files say of themselves and the published schema
 * they are held to
 * @param coupure records at most in one file
 * @param profilsEnMinuscules consumers who want {@code National_elv} rather than
 * {@code National_ELV}
 */
@ConfigurationProperties("passerelle.gar")
record GarSettings(List<Version> versions, @DefaultValue("10000") int coupure,
		@DefaultValue List<String> profilsEnMinuscules, @DefaultValue Disparition disparition) {

	/** The newest complete public ones when this was written (gar.md §9). */
	private static final List<Version> CONNUES = List.of(new Version("2D", "1.7", "GAR-ENT.xsd"),
			new Version("1D", "1.4", "GAR-ENT-1D.xsd"));

	GarSettings {
		versions = (versions != null && !versions.isEmpty()) ? List.copyOf(versions) : CONNUES;
		profilsEnMinuscules = List.copyOf(profilsEnMinuscules);
	}

	Version version(Degre degre) {
		return this.versions.stream()
			.filter((version) -> version.degre().equals(degre.code()))
			.findFirst()
			.orElseThrow(() -> new GarFaux("passerelle.gar.versions : le degré " + degre.code() + " manque"));
	}

	/**
	 * How the files of a degree are written.
	 *
	 * @param numero attribute {@code Version} of the root
	 * @param schema published schema, a file of {@code passerelle.schemas}
	 */
	record Version(String degre, String numero, String schema) {
	}

	/**
	 * When less than the last time is too much less: this share <em>and</em> this number.
	 *
	 * @param pourcent share of the élèves, groups or links of the last parcel
	 * @param nombre how many of them
	 */
	record Disparition(@DefaultValue("10") int pourcent, @DefaultValue("50") int nombre) {

		boolean depassee(long avant, long apres) {
			long perdus = avant - apres;
			return perdus >= this.nombre && perdus * 100 >= avant * this.pourcent;
		}

	}

}
