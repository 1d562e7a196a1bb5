package fr.passerelle.securite;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An error as the services of 1EdTech give it (OneRoster 1.2, class imsx_StatusInfo): the
 * code is the protocol's, the description French.
 */
public record StatutIms(@JsonProperty("imsx_codeMajor") String majeur, @JsonProperty("imsx_severity") String gravite,
		@JsonProperty("imsx_description") String description, @JsonProperty("imsx_CodeMinor") Mineurs mineurs) {

	/** A failure, by its minor code. */
	public static StatutIms echec(String code, String description) {
		return new StatutIms("failure", "error", description,
				new Mineurs(List.of(new Mineur("TargetEndSystem", code))));
	}

	/** The minor codes. */
	public record Mineurs(@JsonProperty("imsx_codeMinorField") List<Mineur> champs) {
	}

	/** Who says what. */
	public record Mineur(@JsonProperty("imsx_codeMinorFieldName") String nom,
			@JsonProperty("imsx_codeMinorFieldValue") String valeur) {
	}

}
