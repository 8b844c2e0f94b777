// check.js TOOLS FORMAT FILE: holds a report against what others wrote of the
// format; TOOLS is where npm has installed it.  Prints what is wrong.
'use strict';
const fs = require('fs');
const path = require('path');
const [tools, format, file] = process.argv.slice(2);
const {createRequire} = require('module');
const need = createRequire(path.join(path.resolve(tools), 'package.json'));
const text = fs.readFileSync(file, 'utf8');

function fail(...what) {
	console.log(`${format}:`, ...what);
	process.exitCode = 1;
}

function hold(schema, value) {
	const Ajv = need('ajv/dist/2020').default;
	const ajv = new Ajv({allErrors: true, strict: false});
	need('ajv-formats').default(ajv);
	const valid = ajv.compile(schema);
	if (!valid(value))
		valid.errors.slice(0, 5).forEach(e =>
			fail(e.instancePath, e.message));
}

const checks = {
	sarif() {
		const folder = path.dirname(need.resolve(
			'@microsoft/sarif-multitool-linux/package.json'));
		hold(JSON.parse(fs.readFileSync(
			path.join(folder, 'sarif-2.1.0.json'), 'utf8')),
		JSON.parse(text));
	},

	// the log of Sarif.Multitool; a tool without a page of its own has no
	// informationUri to give
	multitool() {
		const run = JSON.parse(text.replace(/^\uFEFF/, '')).runs[0];
		for (const r of run.results || []) {
			const level = r.level || 'warning';
			if (level !== 'note' && r.ruleId !== 'SARIF2005')
				fail(r.ruleId, JSON.stringify(r.message));
		}
		const said = run.invocations[0].toolExecutionNotifications || [];
		for (const n of said)
			if (n.level === 'error')
				fail(JSON.stringify(n.message));
	},

	gitlab() {
		const report = JSON.parse(text);
		hold({
			type: 'array',
			items: {
				type: 'object',
				required: ['description', 'check_name',
					'fingerprint', 'severity', 'location'],
				properties: {
					description: {type: 'string', minLength: 1},
					check_name: {type: 'string', minLength: 1},
					fingerprint: {type: 'string', minLength: 1},
					severity: {enum: ['info', 'minor', 'major',
						'critical', 'blocker']},
					location: {
						type: 'object',
						required: ['path', 'lines'],
						properties: {
							path: {type: 'string', pattern: '^(?!\\./)'},
							lines: {
								type: 'object',
								required: ['begin'],
								properties: {begin:
									{type: 'integer', minimum: 1}},
							},
						},
					},
				},
			},
		}, report);
		const prints = new Set(report.map(f => f.fingerprint));
		if (prints.size !== report.length)
			fail('two findings have one fingerprint');
	},

	// what GitHub's own toolkit writes for the same properties and message
	async github() {
		const {issueCommand} = await import('file://' + path.join(
			path.resolve(tools),
			'node_modules/@actions/core/lib/command.js'));
		const undo = s => s.replace(/%0D/g, '\r').replace(/%0A/g, '\n')
			.replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%25/g, '%');
		const write = process.stdout.write;
		let wrong = null;
		for (const line of text.split('\n').slice(0, -1)) {
			const [, name, list, message] =
				/^::(\w+) (.*?)::(.*)$/.exec(line) || [];
			if (!name) {
				wrong = wrong || line;
				continue;
			}
			const properties = {};
			for (const p of list.split(',')) {
				const at = p.indexOf('=');
				properties[p.slice(0, at)] = undo(p.slice(at + 1));
			}
			let said = '';
			process.stdout.write = s => { said += s; return true; };
			issueCommand(name, properties, undo(message));
			process.stdout.write = write;
			if (said.trimEnd() !== line.trimEnd())
				wrong = wrong || line;
		}
		if (wrong)
			fail('not as GitHub\'s toolkit writes it:', wrong);
	},

	// an array of the findings, for a validator that reads one value a file
	rdjsonl() {
		const lines = text.split('\n').slice(0, -1);
		fs.writeFileSync(`${file}.json`, `[${lines.join(',\n')}]`);
	},

	// places in text by the matchers of GitHub and VS Code: FILE:LINE:COL TYPE
	matcher() {
		const root = path.resolve(__dirname, '../..');
		const github = JSON.parse(fs.readFileSync(
			`${root}/editors/github/matcher.json`, 'utf8'));
		const task = /```json\n(.*?)```/s.exec(
			fs.readFileSync(`${root}/docs/editors.md`, 'utf8'))[1];
		const a = github.problemMatcher[0].pattern[0];
		const b = JSON.parse(task).tasks[0].problemMatcher.pattern;
		if (JSON.stringify(a) !== JSON.stringify(b))
			fail('GitHub and VS Code have different matchers');
		for (const line of text.split('\n')) {
			const m = new RegExp(a.regexp).exec(line);
			if (m)
				console.log(`${m[a.file]}:${m[a.line]}:${m[a.column]} ` +
					`${m[a.severity]} ${m[a.code]}`);
		}
	},

	async junit() {
		const {parse} = await import('file://' + need.resolve('junit2json'));
		const report = await parse(text);
		const suites = report.testsuite;
		for (const s of suites) {
			const failed = s.testcase.filter(c => c.failure).length;
			if (s.tests !== s.testcase.length || s.failures !== failed)
				fail(`${s.name}: ${s.tests} tests, ${s.failures} failures`);
		}
	},
};

Promise.resolve(checks[format]()).catch(e => fail(e.stack));
