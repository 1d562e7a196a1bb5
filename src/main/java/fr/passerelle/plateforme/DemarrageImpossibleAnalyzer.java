package fr.passerelle.plateforme;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the two sentences of a {@link DemarrageImpossible} instead of a stack trace. */
class DemarrageImpossibleAnalyzer extends AbstractFailureAnalyzer<DemarrageImpossible> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, DemarrageImpossible cause) {
		return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
	}

}
