'use strict';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function fields(schema, document) {
  const name = schema && schema.$ref ? schema.$ref.split('/').pop() : null;
  const found = name ? document.components?.schemas?.[name] : schema;
  return found?.properties ? Object.keys(found.properties).join(', ') : found?.type || '';
}

function body(content, document) {
  return Object.entries(content || {})
    .map(([type, media]) => `${type} ${fields(media.schema, document)}`.trim())
    .join(' | ');
}

function described(operation, document) {
  const lines = [];
  if (operation.description) lines.push(operation.description);
  for (const parameter of operation.parameters || []) {
    lines.push(`${parameter.in} ${parameter.name}${parameter.required ? '' : '?'}  ${parameter.schema?.type || ''}`);
  }
  if (operation.requestBody) lines.push(`body  ${body(operation.requestBody.content, document)}`);
  for (const [status, answer] of Object.entries(operation.responses || {})) {
    lines.push(`${status}  ${body(answer.content, document) || answer.description || ''}`);
  }
  return lines.join('\n');
}

function operations(document) {
  return Object.entries(document.paths || {}).flatMap(([path, item]) =>
    METHODS.filter(method => item[method]).map(method => ({ method, path, operation: item[method] })));
}

function row({ method, path, operation }, document) {
  const details = element('details', 'operation', '');
  const summary = element('summary', '', '');
  summary.append(element('b', method, method.toUpperCase()), element('code', '', path),
    element('span', '', operation.summary || ''));
  details.append(summary, element('pre', '', described(operation, document)));
  return details;
}

async function fill(section) {
  const address = `/api/${section.dataset.service}/openapi.json`;
  try {
    const answer = await fetch(address, { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(String(answer.status));
    const document = await answer.json();
    section.append(...operations(document).map(each => row(each, document)));
  } catch (reason) {
    section.append(element('p', 'missing', `暂时取不到 Not available just now (${reason.message})`));
  }
}

document.getElementById('filter').addEventListener('input', event => {
  const wanted = event.target.value.trim().toLowerCase();
  for (const operation of document.querySelectorAll('.operation')) {
    operation.hidden = !operation.textContent.toLowerCase().includes(wanted);
  }
});
document.querySelectorAll('section[data-service]').forEach(fill);
