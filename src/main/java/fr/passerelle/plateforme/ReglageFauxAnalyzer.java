package fr.passerelle.plateforme;

import fr.passerelle.noyau.ReglageFaux;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the sentence of a {@link ReglageFaux} instead of a stack trace. */
class ReglageFauxAnalyzer extends AbstractFailureAnalyzer<ReglageFaux> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ReglageFaux cause) {
		return new FailureAnalysis(cause.getMessage(), "Corrigez ce fichier, puis relancez le hub.", cause);
	}

}
